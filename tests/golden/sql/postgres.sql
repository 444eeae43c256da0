-- budget_line 
WITH "budget_line_4" AS (
  SELECT
    t."c_parent" AS k1,
    SUM(CAST(CASE WHEN t."c_kind" <> 'component' THEN t."v3" END AS DECIMAL(38, 0))) AS c1,
    COUNT(
      CASE
        WHEN (
          (
            (
              (
                NOT (
                  t."v1"
                )
              ) AND (
                t."c_initial_budget" IS NULL
              )
            )
            AND (
              NOT (
                t."v4"
              )
            )
          )
          AND (
            t."c_kind" <> 'component'
          )
        ) IS NULL
        THEN 1
      END
    ) AS c2,
    COUNT(
      CASE
        WHEN (
          (
            (
              NOT (
                t."v1"
              )
            ) AND (
              t."c_initial_budget" IS NULL
            )
          )
          AND (
            NOT (
              t."v4"
            )
          )
        )
        AND (
          t."c_kind" <> 'component'
        )
        THEN 1
      END
    ) AS c3,
    COUNT(
      CASE
        WHEN (
          (
            (
              t."c_kind" <> 'component'
            ) AND (
              NOT (
                t."v5"
              )
            )
          )
          AND (
            t."c_initial_budget" IS NULL
          )
        )
        AND (
          NOT (
            t."v4"
          )
        )
        THEN 1
      END
    ) AS c4,
    COUNT(
      CASE
        WHEN (
          (
            (
              (
                t."c_kind" <> 'component'
              ) AND (
                NOT (
                  t."v5"
                )
              )
            )
            AND (
              t."c_initial_budget" IS NULL
            )
          )
          AND (
            NOT (
              t."v4"
            )
          )
        ) IS NULL
        THEN 1
      END
    ) AS c5,
    SUM(CAST(t."v6" AS DECIMAL(38, 0))) AS c6,
    SUM(CAST(t."v9" AS DECIMAL(38, 0))) AS c7,
    SUM(CAST(t."v10" AS DECIMAL(38, 0))) AS c8,
    SUM(
      CAST(CASE
        WHEN NOT (
          t."c_carry_in" IS NULL
        )
        THEN CASE
          WHEN t."v11" >= 0
          THEN t."v11"
          WHEN NOT (
            t."v11" >= 0
          )
          THEN CAST(0 AS BIGINT)
        END
        ELSE CAST(0 AS BIGINT)
      END AS DECIMAL(38, 0))
    ) AS c9,
    SUM(
      CAST(CASE
        WHEN NOT (
          t."c_carry_in" IS NULL
        )
        THEN CASE
          WHEN t."v12" >= 0
          THEN t."v12"
          WHEN NOT (
            t."v12" >= 0
          )
          THEN CAST(0 AS BIGINT)
        END
        ELSE CAST(0 AS BIGINT)
      END AS DECIMAL(38, 0))
    ) AS c10,
    COUNT(CASE WHEN t."v13" IS NULL THEN 1 END) AS c11,
    COUNT(CASE WHEN t."v13" THEN 1 END) AS c12,
    SUM(
      CAST(CASE
        WHEN t."c_kind" <> 'component'
        THEN CASE
          WHEN NOT (
            t."c_initial_budget" IS NULL
          )
          THEN t."v14"
          ELSE CASE
            WHEN (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
            THEN t."v16"
            WHEN NOT (
              (
                NOT (
                  t."c_adjusted_budget" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN CASE
              WHEN (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                (
                  NOT (
                    t."v1"
                  )
                ) AND (
                  t."v2" OR (
                    t."c_kind" = 'total'
                  )
                )
              )
              THEN t."v14"
            END
          END
        END
      END AS DECIMAL(38, 0))
    ) AS c13,
    SUM(
      CAST(CASE
        WHEN t."c_kind" <> 'component'
        THEN CASE
          WHEN NOT (
            t."c_initial_budget" IS NULL
          )
          THEN t."v15"
          ELSE CASE
            WHEN (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
            THEN t."v17"
            WHEN NOT (
              (
                NOT (
                  t."c_adjusted_budget" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN CASE
              WHEN (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                (
                  NOT (
                    t."v1"
                  )
                ) AND (
                  t."v2" OR (
                    t."c_kind" = 'total'
                  )
                )
              )
              THEN t."v15"
            END
          END
        END
      END AS DECIMAL(38, 0))
    ) AS c14,
    COUNT(CASE WHEN t."v18" THEN 1 END) AS c15,
    COUNT(CASE WHEN t."v18" IS NULL THEN 1 END) AS c16,
    COUNT(CASE WHEN (
      t."c_kind" <> 'component'
    ) IS NULL THEN 1 END) AS c17,
    COUNT(CASE WHEN t."c_kind" <> 'component' THEN 1 END) AS c18
  FROM (
    SELECT
      t.*,
      CASE
        WHEN NOT (
          t."c_initial_budget" IS NULL
        )
        THEN t."c_initial_budget"
        ELSE CASE
          WHEN (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
          )
          THEN t."c_adjusted_budget"
          WHEN NOT (
            (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN CASE
            WHEN (
              NOT (
                t."v1"
              )
            ) AND (
              t."v2" OR (
                t."c_kind" = 'total'
              )
            )
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
            )
            THEN t."c_initial_budget"
          END
        END
      END AS v3,
      CASE
        WHEN NOT (
          t."c_carry_in" IS NULL
        )
        THEN CASE
          WHEN t."v7" >= 0
          THEN t."v7"
          WHEN NOT (
            t."v7" >= 0
          )
          THEN CAST(0 AS BIGINT)
        END
        ELSE CAST(0 AS BIGINT)
      END AS v9,
      CASE
        WHEN NOT (
          t."c_carry_in" IS NULL
        )
        THEN CASE
          WHEN t."v8" >= 0
          THEN t."v8"
          WHEN NOT (
            t."v8" >= 0
          )
          THEN CAST(0 AS BIGINT)
        END
        ELSE CAST(0 AS BIGINT)
      END AS v10,
      (
        (
          (
            NOT (
              t."v1"
            )
          ) AND (
            t."c_initial_budget" IS NULL
          )
        )
        AND (
          NOT (
            (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              (
                COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
              )
              AND CASE WHEN NOT (
                t."c_adjusted_budget" IS NULL
              ) THEN TRUE END
            )
          )
        )
      )
      AND (
        t."c_kind" <> 'component'
      ) AS v13,
      (
        (
          (
            t."c_kind" <> 'component'
          ) AND (
            NOT (
              t."v5"
            )
          )
        )
        AND (
          t."c_initial_budget" IS NULL
        )
      )
      AND (
        NOT (
          (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
            AND CASE WHEN NOT (
              t."c_adjusted_budget" IS NULL
            ) THEN TRUE END
          )
        )
      ) AS v18
    FROM (
      SELECT
        t.*,
        CASE
          WHEN (
            NOT (
              t."c_initial_budget" IS NULL
            )
          )
          AND (
            NOT (
              COALESCE(POSITION(' initial_budget ' IN t."c__derived"), 0) > 0
            )
          )
          THEN TRUE
          WHEN COALESCE(POSITION(' initial_budget ' IN t."c__none"), 0) > 0
          THEN FALSE
          WHEN COALESCE(POSITION(' initial_budget ' IN t."c__hidden"), 0) > 0
          THEN CAST(NULL AS BOOLEAN)
          WHEN (
            t."j1__read" = 'whole'
          )
          AND (
            NOT (
              COALESCE(POSITION(' initial_budget ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN FALSE
        END AS v1,
        CASE
          WHEN NOT (
            t."c_parent" IS NULL
          )
          THEN TRUE
          WHEN COALESCE(POSITION(' parent ' IN t."c__none"), 0) > 0
          THEN TRUE
          WHEN COALESCE(POSITION(' parent ' IN t."c__hidden"), 0) > 0
          THEN FALSE
          WHEN (
            t."j1__read" = 'whole'
          )
          AND (
            NOT (
              COALESCE(POSITION(' parent ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN FALSE
        END AS v2,
        (
          NOT (
            t."c_adjusted_budget" IS NULL
          )
        )
        OR (
          (
            COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
          )
          AND CASE WHEN NOT (
            t."c_adjusted_budget" IS NULL
          ) THEN TRUE END
        ) AS v4,
        CASE
          WHEN (
            NOT (
              t."c_initial_budget" IS NULL
            )
          )
          AND (
            NOT (
              COALESCE(POSITION(' initial_budget ' IN t."c__derived"), 0) > 0
            )
          )
          THEN TRUE
          WHEN COALESCE(POSITION(' initial_budget ' IN t."c__none"), 0) > 0
          THEN TRUE
          WHEN COALESCE(POSITION(' initial_budget ' IN t."c__hidden"), 0) > 0
          THEN FALSE
          WHEN (
            t."j1__read" = 'whole'
          )
          AND (
            NOT (
              COALESCE(POSITION(' initial_budget ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN FALSE
        END AS v5,
        CASE
          WHEN NOT (
            t."c_carry_in" IS NULL
          )
          THEN CASE
            WHEN t."c_carry_in" >= 0
            THEN t."c_carry_in"
            WHEN NOT (
              t."c_carry_in" >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS v6,
        (
          CAST(2 AS BIGINT) * t."c_carry_in"
        ) - t."c_carry_in__step" AS v7,
        (
          CAST(2 AS BIGINT) * t."c_carry_in"
        ) + t."c_carry_in__step" AS v8,
        (
          CAST(2 AS BIGINT) * t."c_carry_in"
        ) - CASE WHEN t."c_carry_in" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_carry_in__step" END AS v11,
        (
          CAST(2 AS BIGINT) * t."c_carry_in"
        ) + CASE WHEN t."c_carry_in" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_carry_in__step" END AS v12,
        (
          CAST(2 AS BIGINT) * t."c_initial_budget"
        ) - CASE
          WHEN t."c_initial_budget" = 0
          THEN CAST(0 AS BIGINT)
          ELSE t."c_initial_budget__step"
        END AS v14,
        (
          CAST(2 AS BIGINT) * t."c_initial_budget"
        ) + CASE
          WHEN t."c_initial_budget" = 0
          THEN CAST(0 AS BIGINT)
          ELSE t."c_initial_budget__step"
        END AS v15,
        (
          CAST(2 AS BIGINT) * t."c_adjusted_budget"
        ) - CASE
          WHEN t."c_adjusted_budget" = 0
          THEN CAST(0 AS BIGINT)
          ELSE t."c_adjusted_budget__step"
        END AS v16,
        (
          CAST(2 AS BIGINT) * t."c_adjusted_budget"
        ) + CASE
          WHEN t."c_adjusted_budget" = 0
          THEN CAST(0 AS BIGINT)
          ELSE t."c_adjusted_budget__step"
        END AS v17
      FROM (
        SELECT
          c."_derived" AS "c__derived",
          c."_hidden" AS "c__hidden",
          c."_none" AS "c__none",
          c."_to_fill" AS "c__to_fill",
          c."adjusted_budget" AS "c_adjusted_budget",
          c."adjusted_budget__step" AS "c_adjusted_budget__step",
          c."carry_in" AS "c_carry_in",
          c."carry_in__step" AS "c_carry_in__step",
          c."initial_budget" AS "c_initial_budget",
          c."initial_budget__step" AS "c_initial_budget__step",
          c."kind" AS "c_kind",
          c."parent" AS "c_parent",
          j1."_read" AS "j1__read"
        FROM "budget_line" AS c
        LEFT JOIN "unit" AS j1
          ON j1."_case" = c."_case"
        WHERE
          NOT (
            c."parent" IS NULL
          )
        OFFSET 0
      ) AS t
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  GROUP BY
    t."c_parent"
), "budget_line_3" AS (
  SELECT
    t."k_k1" AS k1,
    CASE WHEN NOT (
      t."c__fact" IS NULL
    ) THEN t."v3" - COALESCE(t."a2_c1", 0) END AS c1,
    CASE
      WHEN (
        t."c_sub_line__state" = 'complete'
      ) AND (
        COALESCE(t."a2_c2", 0) = 0
      )
      THEN COALESCE(t."a2_c3", 0)
    END = 1 AS c2,
    CASE
      WHEN (
        (
          CAST(2 AS BIGINT) * CASE
            WHEN (
              t."c_sub_line__state" = 'complete'
            ) AND (
              COALESCE(t."a2_c11", 0) = 0
            )
            THEN COALESCE(t."a2_c12", 0)
          END
        ) + (
          CAST(2 AS BIGINT) * CASE
            WHEN (
              t."c_sub_line__state" = 'complete'
            ) AND (
              COALESCE(t."a2_c11", 0) = 0
            )
            THEN COALESCE(t."a2_c12", 0)
          END
        )
      ) = 4
      THEN TRUE
      WHEN (
        (
          CAST(2 AS BIGINT) * CASE
            WHEN (
              t."c_sub_line__state" = 'complete'
            ) AND (
              COALESCE(t."a2_c11", 0) = 0
            )
            THEN COALESCE(t."a2_c12", 0)
          END
        ) < 2
      )
      OR (
        2 < (
          CAST(2 AS BIGINT) * CASE
            WHEN (
              t."c_sub_line__state" = 'complete'
            ) AND (
              COALESCE(t."a2_c11", 0) = 0
            )
            THEN COALESCE(t."a2_c12", 0)
          END
        )
      )
      THEN FALSE
    END AS c3,
    CASE
      WHEN NOT (
        t."c_initial_budget" IS NULL
      )
      THEN t."v4"
      ELSE CASE
        WHEN (
          NOT (
            t."c_adjusted_budget" IS NULL
          )
        )
        OR (
          COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
        )
        THEN t."v6"
        WHEN NOT (
          (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
          )
        )
        THEN CASE
          WHEN (
            NOT (
              t."v1"
            )
          ) AND (
            t."v2" OR (
              t."c_kind" = 'total'
            )
          )
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            (
              NOT (
                t."v1"
              )
            ) AND (
              t."v2" OR (
                t."c_kind" = 'total'
              )
            )
          )
          THEN t."v4"
        END
      END
    END - COALESCE(t."a2_c14", 0) AS c4,
    CASE
      WHEN NOT (
        t."c_initial_budget" IS NULL
      )
      THEN t."v5"
      ELSE CASE
        WHEN (
          NOT (
            t."c_adjusted_budget" IS NULL
          )
        )
        OR (
          COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
        )
        THEN t."v7"
        WHEN NOT (
          (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
          )
        )
        THEN CASE
          WHEN (
            NOT (
              t."v1"
            )
          ) AND (
            t."v2" OR (
              t."c_kind" = 'total'
            )
          )
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            (
              NOT (
                t."v1"
              )
            ) AND (
              t."v2" OR (
                t."c_kind" = 'total'
              )
            )
          )
          THEN t."v5"
        END
      END
    END - COALESCE(t."a2_c13", 0) AS c5
  FROM (
    SELECT
      t.*,
      CASE
        WHEN NOT (
          t."c_initial_budget" IS NULL
        )
        THEN t."c_initial_budget"
        ELSE CASE
          WHEN (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
          )
          THEN t."c_adjusted_budget"
          WHEN NOT (
            (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN CASE
            WHEN (
              NOT (
                t."v1"
              )
            ) AND (
              t."v2" OR (
                t."c_kind" = 'total'
              )
            )
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
            )
            THEN t."c_initial_budget"
          END
        END
      END AS v3
    FROM (
      SELECT
        t.*,
        CASE
          WHEN (
            NOT (
              t."c_initial_budget" IS NULL
            )
          )
          AND (
            NOT (
              COALESCE(POSITION(' initial_budget ' IN t."c__derived"), 0) > 0
            )
          )
          THEN TRUE
          WHEN COALESCE(POSITION(' initial_budget ' IN t."c__none"), 0) > 0
          THEN FALSE
          WHEN COALESCE(POSITION(' initial_budget ' IN t."c__hidden"), 0) > 0
          THEN CAST(NULL AS BOOLEAN)
          WHEN (
            t."j1__read" = 'whole'
          )
          AND (
            NOT (
              COALESCE(POSITION(' initial_budget ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN FALSE
        END AS v1,
        CASE
          WHEN NOT (
            t."c_parent" IS NULL
          )
          THEN TRUE
          WHEN COALESCE(POSITION(' parent ' IN t."c__none"), 0) > 0
          THEN TRUE
          WHEN COALESCE(POSITION(' parent ' IN t."c__hidden"), 0) > 0
          THEN FALSE
          WHEN (
            t."j1__read" = 'whole'
          )
          AND (
            NOT (
              COALESCE(POSITION(' parent ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN FALSE
        END AS v2,
        (
          CAST(2 AS BIGINT) * t."c_initial_budget"
        ) - CASE
          WHEN t."c_initial_budget" = 0
          THEN CAST(0 AS BIGINT)
          ELSE t."c_initial_budget__step"
        END AS v4,
        (
          CAST(2 AS BIGINT) * t."c_initial_budget"
        ) + CASE
          WHEN t."c_initial_budget" = 0
          THEN CAST(0 AS BIGINT)
          ELSE t."c_initial_budget__step"
        END AS v5,
        (
          CAST(2 AS BIGINT) * t."c_adjusted_budget"
        ) - CASE
          WHEN t."c_adjusted_budget" = 0
          THEN CAST(0 AS BIGINT)
          ELSE t."c_adjusted_budget__step"
        END AS v6,
        (
          CAST(2 AS BIGINT) * t."c_adjusted_budget"
        ) + CASE
          WHEN t."c_adjusted_budget" = 0
          THEN CAST(0 AS BIGINT)
          ELSE t."c_adjusted_budget__step"
        END AS v7
      FROM (
        SELECT
          a2."c1" AS "a2_c1",
          a2."c11" AS "a2_c11",
          a2."c12" AS "a2_c12",
          a2."c13" AS "a2_c13",
          a2."c14" AS "a2_c14",
          a2."c2" AS "a2_c2",
          a2."c3" AS "a2_c3",
          c."_derived" AS "c__derived",
          c."_fact" AS "c__fact",
          c."_hidden" AS "c__hidden",
          c."_none" AS "c__none",
          c."_to_fill" AS "c__to_fill",
          c."adjusted_budget" AS "c_adjusted_budget",
          c."adjusted_budget__step" AS "c_adjusted_budget__step",
          c."initial_budget" AS "c_initial_budget",
          c."initial_budget__step" AS "c_initial_budget__step",
          c."kind" AS "c_kind",
          c."parent" AS "c_parent",
          c."sub_line__state" AS "c_sub_line__state",
          j1."_read" AS "j1__read",
          k."k1" AS "k_k1"
        FROM (
          SELECT DISTINCT
            COALESCE(n."parent", (
              -1
            )) AS k1
          FROM "budget_line" AS n
        ) AS k
        LEFT JOIN "budget_line" AS c
          ON c."_fact" = k."k1"
        LEFT JOIN "unit" AS j1
          ON j1."_case" = c."_case"
        LEFT JOIN "budget_line_4" AS a2
          ON a2."k1" = c."_fact"
        OFFSET 0
      ) AS t
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
), "budget_line_2" AS (
  SELECT
    t."k_k1" AS k1,
    CASE
      WHEN NOT (
        t."c__fact" IS NULL
      )
      THEN CASE
        WHEN t."v5"
        THEN t."a1_c1"
        WHEN NOT (
          t."v5"
        )
        THEN CAST(t."v3" AS DECIMAL(38, 0))
      END - COALESCE(t."a4_c1", 0)
    END AS c1,
    CASE
      WHEN (
        t."c_sub_line__state" = 'complete'
      ) AND (
        COALESCE(t."a4_c2", 0) = 0
      )
      THEN COALESCE(t."a4_c3", 0)
    END = 1 AS c2,
    CASE WHEN NOT (
      t."c__fact" IS NULL
    ) THEN t."v3" - COALESCE(t."a4_c1", 0) END AS c3,
    CASE
      WHEN (
        (
          CAST(2 AS BIGINT) * CASE
            WHEN (
              t."c_sub_line__state" = 'complete'
            ) AND (
              COALESCE(t."a4_c11", 0) = 0
            )
            THEN COALESCE(t."a4_c12", 0)
          END
        ) + (
          CAST(2 AS BIGINT) * CASE
            WHEN (
              t."c_sub_line__state" = 'complete'
            ) AND (
              COALESCE(t."a4_c11", 0) = 0
            )
            THEN COALESCE(t."a4_c12", 0)
          END
        )
      ) = 4
      THEN TRUE
      WHEN (
        (
          CAST(2 AS BIGINT) * CASE
            WHEN (
              t."c_sub_line__state" = 'complete'
            ) AND (
              COALESCE(t."a4_c11", 0) = 0
            )
            THEN COALESCE(t."a4_c12", 0)
          END
        ) < 2
      )
      OR (
        2 < (
          CAST(2 AS BIGINT) * CASE
            WHEN (
              t."c_sub_line__state" = 'complete'
            ) AND (
              COALESCE(t."a4_c11", 0) = 0
            )
            THEN COALESCE(t."a4_c12", 0)
          END
        )
      )
      THEN FALSE
    END AS c4,
    CASE
      WHEN t."v6"
      THEN t."a1_c4"
      WHEN NOT (
        t."v6"
      )
      THEN CAST(CASE
        WHEN NOT (
          t."c_initial_budget" IS NULL
        )
        THEN t."v7"
        ELSE CASE
          WHEN (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
          )
          THEN t."v9"
          WHEN NOT (
            (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN CASE
            WHEN (
              NOT (
                t."v1"
              )
            ) AND (
              t."v2" OR (
                t."c_kind" = 'total'
              )
            )
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
            )
            THEN t."v7"
          END
        END
      END AS DECIMAL(38, 0))
    END - COALESCE(t."a4_c14", 0) AS c5,
    CASE
      WHEN t."v6"
      THEN t."a1_c5"
      WHEN NOT (
        t."v6"
      )
      THEN CAST(CASE
        WHEN NOT (
          t."c_initial_budget" IS NULL
        )
        THEN t."v8"
        ELSE CASE
          WHEN (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
          )
          THEN t."v10"
          WHEN NOT (
            (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN CASE
            WHEN (
              NOT (
                t."v1"
              )
            ) AND (
              t."v2" OR (
                t."c_kind" = 'total'
              )
            )
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
            )
            THEN t."v8"
          END
        END
      END AS DECIMAL(38, 0))
    END - COALESCE(t."a4_c13", 0) AS c6,
    CASE
      WHEN NOT (
        t."c_initial_budget" IS NULL
      )
      THEN t."v7"
      ELSE CASE
        WHEN (
          NOT (
            t."c_adjusted_budget" IS NULL
          )
        )
        OR (
          COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
        )
        THEN t."v9"
        WHEN NOT (
          (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
          )
        )
        THEN CASE
          WHEN (
            NOT (
              t."v1"
            )
          ) AND (
            t."v2" OR (
              t."c_kind" = 'total'
            )
          )
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            (
              NOT (
                t."v1"
              )
            ) AND (
              t."v2" OR (
                t."c_kind" = 'total'
              )
            )
          )
          THEN t."v7"
        END
      END
    END - COALESCE(t."a4_c14", 0) AS c7,
    CASE
      WHEN NOT (
        t."c_initial_budget" IS NULL
      )
      THEN t."v8"
      ELSE CASE
        WHEN (
          NOT (
            t."c_adjusted_budget" IS NULL
          )
        )
        OR (
          COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
        )
        THEN t."v10"
        WHEN NOT (
          (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
          )
        )
        THEN CASE
          WHEN (
            NOT (
              t."v1"
            )
          ) AND (
            t."v2" OR (
              t."c_kind" = 'total'
            )
          )
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            (
              NOT (
                t."v1"
              )
            ) AND (
              t."v2" OR (
                t."c_kind" = 'total'
              )
            )
          )
          THEN t."v8"
        END
      END
    END - COALESCE(t."a4_c13", 0) AS c8
  FROM (
    SELECT
      t.*,
      CASE
        WHEN NOT (
          t."c_initial_budget" IS NULL
        )
        THEN t."c_initial_budget"
        ELSE CASE
          WHEN (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
          )
          THEN t."c_adjusted_budget"
          WHEN NOT (
            (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN CASE
            WHEN (
              NOT (
                t."v1"
              )
            ) AND (
              t."v2" OR (
                t."c_kind" = 'total'
              )
            )
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
            )
            THEN t."c_initial_budget"
          END
        END
      END AS v3,
      (
        (
          (
            (
              NOT (
                t."v1"
              )
            ) AND (
              t."c_initial_budget" IS NULL
            )
          )
          AND (
            NOT (
              t."v4"
            )
          )
        )
        AND (
          NOT (
            t."j3_kind" IS NULL
          )
        )
      )
      AND (
        (
          t."c_kind" = 'item'
        ) OR t."a1_c2"
      ) AS v5,
      (
        (
          (
            (
              NOT (
                t."v1"
              )
            ) AND (
              t."c_initial_budget" IS NULL
            )
          )
          AND (
            NOT (
              (
                NOT (
                  t."c_adjusted_budget" IS NULL
                )
              )
              OR (
                (
                  COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
                )
                AND CASE WHEN NOT (
                  t."c_adjusted_budget" IS NULL
                ) THEN TRUE END
              )
            )
          )
        )
        AND (
          NOT (
            t."j3_kind" IS NULL
          )
        )
      )
      AND (
        (
          t."c_kind" = 'item'
        ) OR t."a1_c3"
      ) AS v6
    FROM (
      SELECT
        t.*,
        CASE
          WHEN (
            NOT (
              t."c_initial_budget" IS NULL
            )
          )
          AND (
            NOT (
              COALESCE(POSITION(' initial_budget ' IN t."c__derived"), 0) > 0
            )
          )
          THEN TRUE
          WHEN COALESCE(POSITION(' initial_budget ' IN t."c__none"), 0) > 0
          THEN FALSE
          WHEN COALESCE(POSITION(' initial_budget ' IN t."c__hidden"), 0) > 0
          THEN CAST(NULL AS BOOLEAN)
          WHEN (
            t."j2__read" = 'whole'
          )
          AND (
            NOT (
              COALESCE(POSITION(' initial_budget ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN FALSE
        END AS v1,
        CASE
          WHEN NOT (
            t."c_parent" IS NULL
          )
          THEN TRUE
          WHEN COALESCE(POSITION(' parent ' IN t."c__none"), 0) > 0
          THEN TRUE
          WHEN COALESCE(POSITION(' parent ' IN t."c__hidden"), 0) > 0
          THEN FALSE
          WHEN (
            t."j2__read" = 'whole'
          )
          AND (
            NOT (
              COALESCE(POSITION(' parent ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN FALSE
        END AS v2,
        (
          NOT (
            t."c_adjusted_budget" IS NULL
          )
        )
        OR (
          (
            COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
          )
          AND CASE WHEN NOT (
            t."c_adjusted_budget" IS NULL
          ) THEN TRUE END
        ) AS v4,
        (
          CAST(2 AS BIGINT) * t."c_initial_budget"
        ) - CASE
          WHEN t."c_initial_budget" = 0
          THEN CAST(0 AS BIGINT)
          ELSE t."c_initial_budget__step"
        END AS v7,
        (
          CAST(2 AS BIGINT) * t."c_initial_budget"
        ) + CASE
          WHEN t."c_initial_budget" = 0
          THEN CAST(0 AS BIGINT)
          ELSE t."c_initial_budget__step"
        END AS v8,
        (
          CAST(2 AS BIGINT) * t."c_adjusted_budget"
        ) - CASE
          WHEN t."c_adjusted_budget" = 0
          THEN CAST(0 AS BIGINT)
          ELSE t."c_adjusted_budget__step"
        END AS v9,
        (
          CAST(2 AS BIGINT) * t."c_adjusted_budget"
        ) + CASE
          WHEN t."c_adjusted_budget" = 0
          THEN CAST(0 AS BIGINT)
          ELSE t."c_adjusted_budget__step"
        END AS v10
      FROM (
        SELECT
          a1."c1" AS "a1_c1",
          a1."c2" AS "a1_c2",
          a1."c3" AS "a1_c3",
          a1."c4" AS "a1_c4",
          a1."c5" AS "a1_c5",
          a4."c1" AS "a4_c1",
          a4."c11" AS "a4_c11",
          a4."c12" AS "a4_c12",
          a4."c13" AS "a4_c13",
          a4."c14" AS "a4_c14",
          a4."c2" AS "a4_c2",
          a4."c3" AS "a4_c3",
          c."_derived" AS "c__derived",
          c."_fact" AS "c__fact",
          c."_hidden" AS "c__hidden",
          c."_none" AS "c__none",
          c."_to_fill" AS "c__to_fill",
          c."adjusted_budget" AS "c_adjusted_budget",
          c."adjusted_budget__step" AS "c_adjusted_budget__step",
          c."initial_budget" AS "c_initial_budget",
          c."initial_budget__step" AS "c_initial_budget__step",
          c."kind" AS "c_kind",
          c."parent" AS "c_parent",
          c."sub_line__state" AS "c_sub_line__state",
          j2."_read" AS "j2__read",
          j3."kind" AS "j3_kind",
          k."k1" AS "k_k1"
        FROM (
          SELECT DISTINCT
            COALESCE(n."parent", (
              -1
            )) AS k1
          FROM "budget_line" AS n
        ) AS k
        LEFT JOIN "budget_line" AS c
          ON c."_fact" = k."k1"
        LEFT JOIN "budget_line_3" AS a1
          ON a1."k1" = COALESCE(c."parent", (
            -1
          ))
        LEFT JOIN "unit" AS j2
          ON j2."_case" = c."_case"
        LEFT JOIN "budget_line" AS j3
          ON j3."_fact" = c."parent"
        LEFT JOIN "budget_line_4" AS a4
          ON a4."k1" = c."_fact"
        OFFSET 0
      ) AS t
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
), "approval_10" AS (
  SELECT
    t."c__owner" AS k1,
    SUM(CAST(CASE WHEN t."v4" THEN t."c_amount" END AS DECIMAL(38, 0))) AS c1,
    SUM(CAST(CASE WHEN t."v4" THEN t."v5" END AS DECIMAL(38, 0))) AS c2,
    SUM(CAST(CASE WHEN t."v4" THEN t."v6" END AS DECIMAL(38, 0))) AS c3,
    SUM(CAST(t."v7" AS DECIMAL(38, 0))) AS c4,
    COUNT(
      CASE
        WHEN (
          t."v4" IS NULL
        ) OR (
          t."v4" AND (
            t."c_amount" IS NULL
          )
        )
        THEN 1
      END
    ) AS c5,
    SUM(
      CAST(CASE
        WHEN t."c_amount" IS NULL
        THEN CAST(100000000000000 AS BIGINT)
        ELSE CASE WHEN NOT (
          t."v4" IS NULL
        ) THEN CAST(0 AS BIGINT) ELSE t."c_amount" END
      END AS DECIMAL(38, 0))
    ) AS c6,
    COUNT(
      CASE
        WHEN (
          t."v8" IS NULL
        ) OR (
          t."v8" AND (
            t."v9" IS NULL
          )
        )
        THEN 1
      END
    ) AS c7,
    SUM(CAST(CASE WHEN t."v8" THEN t."v9" END AS DECIMAL(38, 0))) AS c8,
    SUM(CAST(CASE WHEN t."v8" THEN t."v10" END AS DECIMAL(38, 0))) AS c9,
    SUM(
      CAST(CASE
        WHEN t."c_amount" IS NULL
        THEN CASE
          WHEN (
            NOT (
              t."c_kind" IS NULL
            )
          ) AND (
            t."c_kind" = 'addition'
          )
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            (
              NOT (
                t."c_kind" IS NULL
              )
            ) AND (
              t."c_kind" = 'addition'
            )
          )
          THEN CAST((
            -200000000000000
          ) AS BIGINT)
        END
        ELSE CASE
          WHEN NOT (
            t."v4" IS NULL
          )
          THEN CAST(0 AS BIGINT)
          ELSE CASE
            WHEN t."v9" <= 0
            THEN t."v9"
            WHEN NOT (
              t."v9" <= 0
            )
            THEN CAST(0 AS BIGINT)
          END
        END
      END AS DECIMAL(38, 0))
    ) AS c10,
    SUM(
      CAST(CASE
        WHEN t."c_amount" IS NULL
        THEN CASE
          WHEN (
            NOT (
              t."c_kind" IS NULL
            )
          ) AND (
            t."c_kind" = 'addition'
          )
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            (
              NOT (
                t."c_kind" IS NULL
              )
            ) AND (
              t."c_kind" = 'addition'
            )
          )
          THEN CAST((
            -200000000000000
          ) AS BIGINT)
        END
        ELSE CASE
          WHEN NOT (
            t."v4" IS NULL
          )
          THEN CAST(0 AS BIGINT)
          ELSE CASE
            WHEN t."v10" <= 0
            THEN t."v10"
            WHEN NOT (
              t."v10" <= 0
            )
            THEN CAST(0 AS BIGINT)
          END
        END
      END AS DECIMAL(38, 0))
    ) AS c11,
    SUM(
      CAST(CASE
        WHEN t."c_amount" IS NULL
        THEN CAST(200000000000000 AS BIGINT)
        ELSE CASE WHEN NOT (
          t."v4" IS NULL
        ) THEN CAST(0 AS BIGINT) ELSE t."v9" END
      END AS DECIMAL(38, 0))
    ) AS c12,
    SUM(
      CAST(CASE
        WHEN t."c_amount" IS NULL
        THEN CAST(200000000000000 AS BIGINT)
        ELSE CASE WHEN NOT (
          t."v4" IS NULL
        ) THEN CAST(0 AS BIGINT) ELSE t."v10" END
      END AS DECIMAL(38, 0))
    ) AS c13,
    SUM(CAST(t."v11" AS DECIMAL(38, 0))) AS c14,
    COUNT(
      CASE
        WHEN (
          NOT (
            t."c_kind" IS NULL
          )
        ) AND (
          t."c_kind" = 'other_approval'
        )
        THEN 1
      END
    ) AS c15,
    COUNT(
      CASE
        WHEN (
          (
            NOT (
              t."c_kind" IS NULL
            )
          ) AND (
            t."c_kind" = 'other_approval'
          )
        ) IS NULL
        THEN 1
      END
    ) AS c16,
    SUM(
      CAST(CASE WHEN t."v4" AND (
        t."c_amount" > 0
      ) THEN t."c_amount" END AS DECIMAL(38, 0))
    ) AS c17
  FROM (
    SELECT
      t.*,
      CASE
        WHEN t."c_amount" IS NULL
        THEN CASE
          WHEN (
            NOT (
              t."c_kind" IS NULL
            )
          ) AND (
            t."c_kind" = 'addition'
          )
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            (
              NOT (
                t."c_kind" IS NULL
              )
            ) AND (
              t."c_kind" = 'addition'
            )
          )
          THEN CAST((
            -100000000000000
          ) AS BIGINT)
        END
        ELSE CASE
          WHEN NOT (
            t."v4" IS NULL
          )
          THEN CAST(0 AS BIGINT)
          ELSE CASE
            WHEN t."c_amount" <= 0
            THEN t."c_amount"
            WHEN NOT (
              t."c_amount" <= 0
            )
            THEN CAST(0 AS BIGINT)
          END
        END
      END AS v7
    FROM (
      SELECT
        t.*,
        (
          (
            (
              (
                NOT (
                  t."c_number" IS NULL
                )
              )
              OR (
                (
                  NOT (
                    t."v1"
                  )
                )
                AND CASE WHEN NOT (
                  t."c_number" IS NULL
                ) THEN TRUE END
              )
            )
            AND (
              (
                NOT (
                  t."c_date" IS NULL
                )
              ) OR (
                NOT (
                  t."v2"
                )
              )
            )
          )
          AND (
            NOT (
              (
                (
                  NOT (
                    t."c_kind" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' kind ' IN t."c__to_fill"), 0) > 0
                )
              )
              AND (
                t."c_kind" = 'other_approval'
              )
            )
          )
        )
        AND t."v3" AS v4,
        (
          (
            (
              (
                NOT (
                  t."c_number" IS NULL
                )
              )
              OR (
                (
                  NOT (
                    t."v1"
                  )
                )
                AND CASE WHEN NOT (
                  t."c_number" IS NULL
                ) THEN TRUE END
              )
            )
            AND (
              (
                NOT (
                  t."c_date" IS NULL
                )
              ) OR (
                NOT (
                  t."v2"
                )
              )
            )
          )
          AND (
            NOT (
              (
                (
                  NOT (
                    t."c_kind" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' kind ' IN t."c__to_fill"), 0) > 0
                )
              )
              AND (
                t."c_kind" = 'other_approval'
              )
            )
          )
        )
        AND CASE
          WHEN (
            NOT (
              t."c_budget_year" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' budget_year ' IN t."c__to_fill"), 0) > 0
          )
          THEN t."c_budget_year" = t."j1_fiscal_year"
          WHEN NOT (
            (
              NOT (
                t."c_budget_year" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' budget_year ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN CASE
            WHEN CAST(EXTRACT(YEAR FROM t."c_date") AS BIGINT) = t."j1_fiscal_year"
            THEN TRUE
            WHEN NOT (
              CAST(EXTRACT(YEAR FROM t."c_date") AS BIGINT) = t."j1_fiscal_year"
            )
            THEN t."c_budget_year" = t."j1_fiscal_year"
          END
        END AS v8,
        CASE
          WHEN (
            t."v1" AND (
              t."c_number" IS NULL
            )
          )
          AND (
            NOT (
              (
                NOT (
                  t."c_kind" IS NULL
                )
              ) AND (
                t."c_kind" <> 'transfer'
              )
            )
          )
          THEN CASE
            WHEN t."c_amount" >= 0
            THEN t."c_amount"
            WHEN NOT (
              t."c_amount" >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          WHEN NOT (
            (
              t."v1" AND (
                t."c_number" IS NULL
              )
            )
            AND (
              NOT (
                (
                  NOT (
                    t."c_kind" IS NULL
                  )
                ) AND (
                  t."c_kind" <> 'transfer'
                )
              )
            )
          )
          THEN CAST(0 AS BIGINT)
        END AS v11
      FROM (
        SELECT
          t.*,
          CASE
            WHEN NOT (
              t."c_number" IS NULL
            )
            THEN TRUE
            WHEN COALESCE(POSITION(' number ' IN t."c__none"), 0) > 0
            THEN TRUE
            WHEN COALESCE(POSITION(' number ' IN t."c__hidden"), 0) > 0
            THEN FALSE
            WHEN (
              t."j1__read" = 'whole'
            )
            AND (
              NOT (
                COALESCE(POSITION(' number ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN FALSE
          END AS v1,
          CASE
            WHEN NOT (
              t."c_date" IS NULL
            )
            THEN TRUE
            WHEN COALESCE(POSITION(' date ' IN t."c__none"), 0) > 0
            THEN TRUE
            WHEN COALESCE(POSITION(' date ' IN t."c__hidden"), 0) > 0
            THEN FALSE
            WHEN (
              t."j1__read" = 'whole'
            )
            AND (
              NOT (
                COALESCE(POSITION(' date ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN FALSE
          END AS v2,
          CASE
            WHEN (
              NOT (
                t."c_budget_year" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' budget_year ' IN t."c__to_fill"), 0) > 0
            )
            THEN t."c_budget_year" = t."j1_fiscal_year"
            WHEN NOT (
              (
                NOT (
                  t."c_budget_year" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' budget_year ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN CASE
              WHEN CAST(EXTRACT(YEAR FROM t."c_date") AS BIGINT) = t."j1_fiscal_year"
              THEN TRUE
              WHEN NOT (
                CAST(EXTRACT(YEAR FROM t."c_date") AS BIGINT) = t."j1_fiscal_year"
              )
              THEN t."c_budget_year" = t."j1_fiscal_year"
            END
          END AS v3,
          (
            CAST(2 AS BIGINT) * t."c_amount"
          ) - t."c_amount__step" AS v5,
          (
            CAST(2 AS BIGINT) * t."c_amount"
          ) + t."c_amount__step" AS v6,
          (
            CAST(2 AS BIGINT) * t."c_amount"
          ) - CASE WHEN t."c_amount" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_amount__step" END AS v9,
          (
            CAST(2 AS BIGINT) * t."c_amount"
          ) + CASE WHEN t."c_amount" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_amount__step" END AS v10
        FROM (
          SELECT
            c."_hidden" AS "c__hidden",
            c."_none" AS "c__none",
            c."_owner" AS "c__owner",
            c."_to_fill" AS "c__to_fill",
            c."amount" AS "c_amount",
            c."amount__step" AS "c_amount__step",
            c."budget_year" AS "c_budget_year",
            c."date" AS "c_date",
            c."kind" AS "c_kind",
            c."number" AS "c_number",
            j1."_read" AS "j1__read",
            j1."fiscal_year" AS "j1_fiscal_year"
          FROM "approval" AS c
          LEFT JOIN "unit" AS j1
            ON j1."_case" = c."_case"
          WHERE
            NOT (
              c."_owner" IS NULL
            )
          OFFSET 0
        ) AS t
        OFFSET 0
      ) AS t
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  GROUP BY
    t."c__owner"
), "budget_line_1" AS (
  SELECT
    t."k_k1" AS k1,
    CASE WHEN NOT (
      t."c__fact" IS NULL
    ) THEN t."v6" END AS c1,
    CASE
      WHEN NOT (
        t."c__fact" IS NULL
      )
      THEN CASE
        WHEN t."v5"
        THEN t."a1_c3"
        WHEN NOT (
          t."v5"
        )
        THEN CAST(t."v3" AS DECIMAL(38, 0))
      END - COALESCE(t."a4_c1", 0)
    END AS c2,
    CASE
      WHEN (
        t."c_sub_line__state" = 'complete'
      ) AND (
        COALESCE(t."a4_c2", 0) = 0
      )
      THEN COALESCE(t."a4_c3", 0)
    END = 1 AS c3,
    CASE
      WHEN NOT (
        t."c__fact" IS NULL
      )
      THEN CASE
        WHEN t."v9" >= 0
        THEN t."v9"
        WHEN NOT (
          t."v9" >= 0
        )
        THEN CAST(0 AS DECIMAL(38, 0))
      END
    END AS c4,
    CASE
      WHEN (
        COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
      )
      AND (
        t."c_approval__state" IS NULL
      )
      THEN CAST(200000000000000 AS DECIMAL(38, 0))
      WHEN NOT (
        (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
      )
      THEN COALESCE(t."a5_c12", 0)
    END AS c5,
    CASE
      WHEN (
        COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
      )
      AND (
        t."c_approval__state" IS NULL
      )
      THEN CAST(200000000000000 AS DECIMAL(38, 0))
      WHEN NOT (
        (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
      )
      THEN COALESCE(t."a5_c13", 0)
    END AS c6,
    CASE
      WHEN t."v12" >= 0
      THEN t."v12"
      WHEN NOT (
        t."v12" >= 0
      )
      THEN CAST(0 AS DECIMAL(38, 0))
    END AS c7,
    CASE
      WHEN t."v13" >= 0
      THEN t."v13"
      WHEN NOT (
        t."v13" >= 0
      )
      THEN CAST(0 AS DECIMAL(38, 0))
    END AS c8,
    CASE
      WHEN t."v19" >= 0
      THEN t."v19"
      WHEN NOT (
        t."v19" >= 0
      )
      THEN CAST(0 AS DECIMAL(38, 0))
    END AS c9,
    CASE
      WHEN t."v20" >= 0
      THEN t."v20"
      WHEN NOT (
        t."v20" >= 0
      )
      THEN CAST(0 AS DECIMAL(38, 0))
    END AS c10,
    CASE
      WHEN (
        (
          CAST(2 AS BIGINT) * CASE
            WHEN (
              t."c_sub_line__state" = 'complete'
            ) AND (
              COALESCE(t."a4_c11", 0) = 0
            )
            THEN COALESCE(t."a4_c12", 0)
          END
        ) + (
          CAST(2 AS BIGINT) * CASE
            WHEN (
              t."c_sub_line__state" = 'complete'
            ) AND (
              COALESCE(t."a4_c11", 0) = 0
            )
            THEN COALESCE(t."a4_c12", 0)
          END
        )
      ) = 4
      THEN TRUE
      WHEN (
        (
          CAST(2 AS BIGINT) * CASE
            WHEN (
              t."c_sub_line__state" = 'complete'
            ) AND (
              COALESCE(t."a4_c11", 0) = 0
            )
            THEN COALESCE(t."a4_c12", 0)
          END
        ) < 2
      )
      OR (
        2 < (
          CAST(2 AS BIGINT) * CASE
            WHEN (
              t."c_sub_line__state" = 'complete'
            ) AND (
              COALESCE(t."a4_c11", 0) = 0
            )
            THEN COALESCE(t."a4_c12", 0)
          END
        )
      )
      THEN FALSE
    END AS c11,
    CASE
      WHEN t."v14"
      THEN t."a1_c7"
      WHEN NOT (
        t."v14"
      )
      THEN CAST(CASE
        WHEN NOT (
          t."c_initial_budget" IS NULL
        )
        THEN t."v15"
        ELSE CASE
          WHEN (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
          )
          THEN t."v17"
          WHEN NOT (
            (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN CASE
            WHEN (
              NOT (
                t."v1"
              )
            ) AND (
              t."v2" OR (
                t."c_kind" = 'total'
              )
            )
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
            )
            THEN t."v15"
          END
        END
      END AS DECIMAL(38, 0))
    END - COALESCE(t."a4_c14", 0) AS c12,
    CASE
      WHEN t."v14"
      THEN t."a1_c8"
      WHEN NOT (
        t."v14"
      )
      THEN CAST(CASE
        WHEN NOT (
          t."c_initial_budget" IS NULL
        )
        THEN t."v16"
        ELSE CASE
          WHEN (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
          )
          THEN t."v18"
          WHEN NOT (
            (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN CASE
            WHEN (
              NOT (
                t."v1"
              )
            ) AND (
              t."v2" OR (
                t."c_kind" = 'total'
              )
            )
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
            )
            THEN t."v16"
          END
        END
      END AS DECIMAL(38, 0))
    END - COALESCE(t."a4_c13", 0) AS c13
  FROM (
    SELECT
      t.*,
      CASE
        WHEN (
          CASE
            WHEN t."v5"
            THEN t."a1_c1"
            WHEN NOT (
              t."v5"
            )
            THEN CAST(t."v3" AS DECIMAL(38, 0))
          END - COALESCE(t."a4_c1", 0)
        ) >= 0
        THEN CASE
          WHEN t."v5"
          THEN t."a1_c1"
          WHEN NOT (
            t."v5"
          )
          THEN CAST(t."v3" AS DECIMAL(38, 0))
        END - COALESCE(t."a4_c1", 0)
        WHEN NOT (
          (
            CASE
              WHEN t."v5"
              THEN t."a1_c1"
              WHEN NOT (
                t."v5"
              )
              THEN CAST(t."v3" AS DECIMAL(38, 0))
            END - COALESCE(t."a4_c1", 0)
          ) >= 0
        )
        THEN CAST(0 AS DECIMAL(38, 0))
      END AS v6,
      CASE
        WHEN t."v14"
        THEN t."a1_c5"
        WHEN NOT (
          t."v14"
        )
        THEN CAST(CASE
          WHEN NOT (
            t."c_initial_budget" IS NULL
          )
          THEN t."v15"
          ELSE CASE
            WHEN (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
            THEN t."v17"
            WHEN NOT (
              (
                NOT (
                  t."c_adjusted_budget" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN CASE
              WHEN (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                (
                  NOT (
                    t."v1"
                  )
                ) AND (
                  t."v2" OR (
                    t."c_kind" = 'total'
                  )
                )
              )
              THEN t."v15"
            END
          END
        END AS DECIMAL(38, 0))
      END - COALESCE(t."a4_c14", 0) AS v19,
      CASE
        WHEN t."v14"
        THEN t."a1_c6"
        WHEN NOT (
          t."v14"
        )
        THEN CAST(CASE
          WHEN NOT (
            t."c_initial_budget" IS NULL
          )
          THEN t."v16"
          ELSE CASE
            WHEN (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
            THEN t."v18"
            WHEN NOT (
              (
                NOT (
                  t."c_adjusted_budget" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN CASE
              WHEN (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                (
                  NOT (
                    t."v1"
                  )
                ) AND (
                  t."v2" OR (
                    t."c_kind" = 'total'
                  )
                )
              )
              THEN t."v16"
            END
          END
        END AS DECIMAL(38, 0))
      END - COALESCE(t."a4_c13", 0) AS v20
    FROM (
      SELECT
        t.*,
        CASE
          WHEN NOT (
            t."c_initial_budget" IS NULL
          )
          THEN t."c_initial_budget"
          ELSE CASE
            WHEN (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
            THEN t."c_adjusted_budget"
            WHEN NOT (
              (
                NOT (
                  t."c_adjusted_budget" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN CASE
              WHEN (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                (
                  NOT (
                    t."v1"
                  )
                ) AND (
                  t."v2" OR (
                    t."c_kind" = 'total'
                  )
                )
              )
              THEN t."c_initial_budget"
            END
          END
        END AS v3,
        (
          (
            (
              (
                NOT (
                  t."v1"
                )
              ) AND (
                t."c_initial_budget" IS NULL
              )
            )
            AND (
              NOT (
                t."v4"
              )
            )
          )
          AND (
            NOT (
              t."j3_kind" IS NULL
            )
          )
        )
        AND (
          (
            t."c_kind" = 'item'
          ) OR t."a1_c2"
        ) AS v5,
        (
          COALESCE(t."a5_c1", 0) + t."v7"
        ) + CASE
          WHEN (
            t."v8" - COALESCE(t."a4_c6", 0)
          ) >= 0
          THEN t."v8" - COALESCE(t."a4_c6", 0)
          WHEN NOT (
            (
              t."v8" - COALESCE(t."a4_c6", 0)
            ) >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END AS v9,
        CASE
          WHEN NOT (
            t."c_carry_in" IS NULL
          )
          THEN CASE
            WHEN t."v10" >= 0
            THEN t."v10"
            WHEN NOT (
              t."v10" >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END - COALESCE(t."a4_c10", 0) AS v12,
        CASE
          WHEN NOT (
            t."c_carry_in" IS NULL
          )
          THEN CASE
            WHEN t."v11" >= 0
            THEN t."v11"
            WHEN NOT (
              t."v11" >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END - COALESCE(t."a4_c9", 0) AS v13,
        (
          (
            (
              (
                NOT (
                  t."v1"
                )
              ) AND (
                t."c_initial_budget" IS NULL
              )
            )
            AND (
              NOT (
                (
                  NOT (
                    t."c_adjusted_budget" IS NULL
                  )
                )
                OR (
                  (
                    COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
                  )
                  AND CASE WHEN NOT (
                    t."c_adjusted_budget" IS NULL
                  ) THEN TRUE END
                )
              )
            )
          )
          AND (
            NOT (
              t."j3_kind" IS NULL
            )
          )
        )
        AND (
          (
            t."c_kind" = 'item'
          ) OR t."a1_c4"
        ) AS v14
      FROM (
        SELECT
          t.*,
          CASE
            WHEN (
              NOT (
                t."c_initial_budget" IS NULL
              )
            )
            AND (
              NOT (
                COALESCE(POSITION(' initial_budget ' IN t."c__derived"), 0) > 0
              )
            )
            THEN TRUE
            WHEN COALESCE(POSITION(' initial_budget ' IN t."c__none"), 0) > 0
            THEN FALSE
            WHEN COALESCE(POSITION(' initial_budget ' IN t."c__hidden"), 0) > 0
            THEN CAST(NULL AS BOOLEAN)
            WHEN (
              t."j2__read" = 'whole'
            )
            AND (
              NOT (
                COALESCE(POSITION(' initial_budget ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN FALSE
          END AS v1,
          CASE
            WHEN NOT (
              t."c_parent" IS NULL
            )
            THEN TRUE
            WHEN COALESCE(POSITION(' parent ' IN t."c__none"), 0) > 0
            THEN TRUE
            WHEN COALESCE(POSITION(' parent ' IN t."c__hidden"), 0) > 0
            THEN FALSE
            WHEN (
              t."j2__read" = 'whole'
            )
            AND (
              NOT (
                COALESCE(POSITION(' parent ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN FALSE
          END AS v2,
          (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
            AND CASE WHEN NOT (
              t."c_adjusted_budget" IS NULL
            ) THEN TRUE END
          ) AS v4,
          CASE
            WHEN (
              COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
            )
            AND (
              t."c_approval__state" IS NULL
            )
            THEN CAST(100000000000000 AS DECIMAL(38, 0))
            WHEN NOT (
              (
                COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
              )
              AND (
                t."c_approval__state" IS NULL
              )
            )
            THEN COALESCE(t."a5_c6", 0)
          END AS v7,
          CASE
            WHEN NOT (
              t."c_carry_in" IS NULL
            )
            THEN CASE
              WHEN t."c_carry_in" >= 0
              THEN t."c_carry_in"
              WHEN NOT (
                t."c_carry_in" >= 0
              )
              THEN CAST(0 AS BIGINT)
            END
            ELSE CAST(0 AS BIGINT)
          END AS v8,
          (
            CAST(2 AS BIGINT) * t."c_carry_in"
          ) - CASE WHEN t."c_carry_in" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_carry_in__step" END AS v10,
          (
            CAST(2 AS BIGINT) * t."c_carry_in"
          ) + CASE WHEN t."c_carry_in" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_carry_in__step" END AS v11,
          (
            CAST(2 AS BIGINT) * t."c_initial_budget"
          ) - CASE
            WHEN t."c_initial_budget" = 0
            THEN CAST(0 AS BIGINT)
            ELSE t."c_initial_budget__step"
          END AS v15,
          (
            CAST(2 AS BIGINT) * t."c_initial_budget"
          ) + CASE
            WHEN t."c_initial_budget" = 0
            THEN CAST(0 AS BIGINT)
            ELSE t."c_initial_budget__step"
          END AS v16,
          (
            CAST(2 AS BIGINT) * t."c_adjusted_budget"
          ) - CASE
            WHEN t."c_adjusted_budget" = 0
            THEN CAST(0 AS BIGINT)
            ELSE t."c_adjusted_budget__step"
          END AS v17,
          (
            CAST(2 AS BIGINT) * t."c_adjusted_budget"
          ) + CASE
            WHEN t."c_adjusted_budget" = 0
            THEN CAST(0 AS BIGINT)
            ELSE t."c_adjusted_budget__step"
          END AS v18
        FROM (
          SELECT
            a1."c1" AS "a1_c1",
            a1."c2" AS "a1_c2",
            a1."c3" AS "a1_c3",
            a1."c4" AS "a1_c4",
            a1."c5" AS "a1_c5",
            a1."c6" AS "a1_c6",
            a1."c7" AS "a1_c7",
            a1."c8" AS "a1_c8",
            a4."c1" AS "a4_c1",
            a4."c10" AS "a4_c10",
            a4."c11" AS "a4_c11",
            a4."c12" AS "a4_c12",
            a4."c13" AS "a4_c13",
            a4."c14" AS "a4_c14",
            a4."c2" AS "a4_c2",
            a4."c3" AS "a4_c3",
            a4."c6" AS "a4_c6",
            a4."c9" AS "a4_c9",
            a5."c1" AS "a5_c1",
            a5."c12" AS "a5_c12",
            a5."c13" AS "a5_c13",
            a5."c6" AS "a5_c6",
            c."_derived" AS "c__derived",
            c."_fact" AS "c__fact",
            c."_hidden" AS "c__hidden",
            c."_none" AS "c__none",
            c."_to_fill" AS "c__to_fill",
            c."adjusted_budget" AS "c_adjusted_budget",
            c."adjusted_budget__step" AS "c_adjusted_budget__step",
            c."approval__state" AS "c_approval__state",
            c."carry_in" AS "c_carry_in",
            c."carry_in__step" AS "c_carry_in__step",
            c."initial_budget" AS "c_initial_budget",
            c."initial_budget__step" AS "c_initial_budget__step",
            c."kind" AS "c_kind",
            c."parent" AS "c_parent",
            c."sub_line__state" AS "c_sub_line__state",
            j2."_read" AS "j2__read",
            j3."kind" AS "j3_kind",
            k."k1" AS "k_k1"
          FROM (
            SELECT DISTINCT
              COALESCE(n."parent", (
                -1
              )) AS k1
            FROM "budget_line" AS n
          ) AS k
          LEFT JOIN "budget_line" AS c
            ON c."_fact" = k."k1"
          LEFT JOIN "budget_line_2" AS a1
            ON a1."k1" = COALESCE(c."parent", (
              -1
            ))
          LEFT JOIN "unit" AS j2
            ON j2."_case" = c."_case"
          LEFT JOIN "budget_line" AS j3
            ON j3."_fact" = c."parent"
          LEFT JOIN "budget_line_4" AS a4
            ON a4."k1" = c."_fact"
          LEFT JOIN "approval_10" AS a5
            ON a5."k1" = c."_fact"
          OFFSET 0
        ) AS t
        OFFSET 0
      ) AS t
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
), "budget_line_6" AS (
  SELECT
    t."c__case" AS k1,
    COUNT(
      CASE
        WHEN (
          (
            (
              (
                t."c_kind" = 'total'
              ) OR (
                t."c_kind" = 'basic'
              )
            )
            OR (
              t."c_kind" = 'project'
            )
          ) IS NULL
        )
        OR (
          (
            (
              (
                t."c_kind" = 'total'
              ) OR (
                t."c_kind" = 'basic'
              )
            )
            OR (
              t."c_kind" = 'project'
            )
          )
          AND (
            t."v6" IS NULL
          )
        )
        THEN 1
      END
    ) AS c1,
    SUM(
      CASE
        WHEN (
          (
            t."c_kind" = 'total'
          ) OR (
            t."c_kind" = 'basic'
          )
        )
        OR (
          t."c_kind" = 'project'
        )
        THEN t."v6"
      END
    ) AS c2,
    SUM(
      CASE
        WHEN (
          (
            t."c_kind" = 'total'
          ) OR (
            t."c_kind" = 'basic'
          )
        )
        OR (
          t."c_kind" = 'project'
        )
        THEN CASE
          WHEN t."v9" >= 0
          THEN t."v9"
          WHEN NOT (
            t."v9" >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c3,
    SUM(
      CASE
        WHEN (
          (
            t."c_kind" = 'total'
          ) OR (
            t."c_kind" = 'basic'
          )
        )
        OR (
          t."c_kind" = 'project'
        )
        THEN CASE
          WHEN t."v14" >= 0
          THEN t."v14"
          WHEN NOT (
            t."v14" >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c4,
    SUM(
      CASE
        WHEN (
          (
            t."c_kind" = 'total'
          ) OR (
            t."c_kind" = 'basic'
          )
        )
        OR (
          t."c_kind" = 'project'
        )
        THEN CASE
          WHEN t."v15" >= 0
          THEN t."v15"
          WHEN NOT (
            t."v15" >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c5,
    COUNT(
      CASE
        WHEN (
          (
            (
              (
                t."c_kind" = 'total'
              ) OR (
                t."c_kind" = 'basic'
              )
            )
            OR (
              t."c_kind" = 'project'
            )
          ) IS NULL
        )
        OR (
          (
            (
              (
                t."c_kind" = 'total'
              ) OR (
                t."c_kind" = 'basic'
              )
            )
            OR (
              t."c_kind" = 'project'
            )
          )
          AND (
            CASE
              WHEN t."v21" >= 0
              THEN t."v21"
              WHEN NOT (
                t."v21" >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END IS NULL
          )
        )
        THEN 1
      END
    ) AS c6,
    SUM(
      CASE
        WHEN (
          (
            t."c_kind" = 'total'
          ) OR (
            t."c_kind" = 'basic'
          )
        )
        OR (
          t."c_kind" = 'project'
        )
        THEN CASE
          WHEN t."v21" >= 0
          THEN t."v21"
          WHEN NOT (
            t."v21" >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c7,
    SUM(
      CASE
        WHEN (
          (
            t."c_kind" = 'total'
          ) OR (
            t."c_kind" = 'basic'
          )
        )
        OR (
          t."c_kind" = 'project'
        )
        THEN CASE
          WHEN t."v22" >= 0
          THEN t."v22"
          WHEN NOT (
            t."v22" >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c8
  FROM (
    SELECT
      t.*,
      CASE
        WHEN (
          CASE
            WHEN t."v5"
            THEN t."a1_c2"
            WHEN NOT (
              t."v5"
            )
            THEN CAST(t."v3" AS DECIMAL(38, 0))
          END - COALESCE(t."a4_c1", 0)
        ) >= 0
        THEN CASE
          WHEN t."v5"
          THEN t."a1_c2"
          WHEN NOT (
            t."v5"
          )
          THEN CAST(t."v3" AS DECIMAL(38, 0))
        END - COALESCE(t."a4_c1", 0)
        WHEN NOT (
          (
            CASE
              WHEN t."v5"
              THEN t."a1_c2"
              WHEN NOT (
                t."v5"
              )
              THEN CAST(t."v3" AS DECIMAL(38, 0))
            END - COALESCE(t."a4_c1", 0)
          ) >= 0
        )
        THEN CAST(0 AS DECIMAL(38, 0))
      END AS v6,
      (
        COALESCE(t."a5_c8", 0) + CASE
          WHEN (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
          THEN CAST(200000000000000 AS DECIMAL(38, 0))
          WHEN NOT (
            (
              COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
            )
            AND (
              t."c_approval__state" IS NULL
            )
          )
          THEN COALESCE(t."a5_c12", 0)
        END
      ) + CASE
        WHEN t."v12" >= 0
        THEN t."v12"
        WHEN NOT (
          t."v12" >= 0
        )
        THEN CAST(0 AS DECIMAL(38, 0))
      END AS v14,
      (
        COALESCE(t."a5_c9", 0) + CASE
          WHEN (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
          THEN CAST(200000000000000 AS DECIMAL(38, 0))
          WHEN NOT (
            (
              COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
            )
            AND (
              t."c_approval__state" IS NULL
            )
          )
          THEN COALESCE(t."a5_c13", 0)
        END
      ) + CASE
        WHEN t."v13" >= 0
        THEN t."v13"
        WHEN NOT (
          t."v13" >= 0
        )
        THEN CAST(0 AS DECIMAL(38, 0))
      END AS v15,
      CASE
        WHEN t."v16"
        THEN t."a1_c12"
        WHEN NOT (
          t."v16"
        )
        THEN CAST(CASE
          WHEN NOT (
            t."c_initial_budget" IS NULL
          )
          THEN t."v17"
          ELSE CASE
            WHEN (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
            THEN t."v19"
            WHEN NOT (
              (
                NOT (
                  t."c_adjusted_budget" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN CASE
              WHEN (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                (
                  NOT (
                    t."v1"
                  )
                ) AND (
                  t."v2" OR (
                    t."c_kind" = 'total'
                  )
                )
              )
              THEN t."v17"
            END
          END
        END AS DECIMAL(38, 0))
      END - COALESCE(t."a4_c14", 0) AS v21,
      CASE
        WHEN t."v16"
        THEN t."a1_c13"
        WHEN NOT (
          t."v16"
        )
        THEN CAST(CASE
          WHEN NOT (
            t."c_initial_budget" IS NULL
          )
          THEN t."v18"
          ELSE CASE
            WHEN (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
            THEN t."v20"
            WHEN NOT (
              (
                NOT (
                  t."c_adjusted_budget" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN CASE
              WHEN (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                (
                  NOT (
                    t."v1"
                  )
                ) AND (
                  t."v2" OR (
                    t."c_kind" = 'total'
                  )
                )
              )
              THEN t."v18"
            END
          END
        END AS DECIMAL(38, 0))
      END - COALESCE(t."a4_c13", 0) AS v22
    FROM (
      SELECT
        t.*,
        CASE
          WHEN NOT (
            t."c_initial_budget" IS NULL
          )
          THEN t."c_initial_budget"
          ELSE CASE
            WHEN (
              NOT (
                t."c_adjusted_budget" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
            THEN t."c_adjusted_budget"
            WHEN NOT (
              (
                NOT (
                  t."c_adjusted_budget" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN CASE
              WHEN (
                NOT (
                  t."v1"
                )
              ) AND (
                t."v2" OR (
                  t."c_kind" = 'total'
                )
              )
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                (
                  NOT (
                    t."v1"
                  )
                ) AND (
                  t."v2" OR (
                    t."c_kind" = 'total'
                  )
                )
              )
              THEN t."c_initial_budget"
            END
          END
        END AS v3,
        (
          (
            (
              (
                NOT (
                  t."v1"
                )
              ) AND (
                t."c_initial_budget" IS NULL
              )
            )
            AND (
              NOT (
                t."v4"
              )
            )
          )
          AND (
            NOT (
              t."j3_kind" IS NULL
            )
          )
        )
        AND (
          (
            t."c_kind" = 'item'
          ) OR t."a1_c3"
        ) AS v5,
        (
          COALESCE(t."a5_c1", 0) + t."v7"
        ) + CASE
          WHEN (
            t."v8" - COALESCE(t."a4_c6", 0)
          ) >= 0
          THEN t."v8" - COALESCE(t."a4_c6", 0)
          WHEN NOT (
            (
              t."v8" - COALESCE(t."a4_c6", 0)
            ) >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END AS v9,
        CASE
          WHEN NOT (
            t."c_carry_in" IS NULL
          )
          THEN CASE
            WHEN t."v10" >= 0
            THEN t."v10"
            WHEN NOT (
              t."v10" >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END - COALESCE(t."a4_c10", 0) AS v12,
        CASE
          WHEN NOT (
            t."c_carry_in" IS NULL
          )
          THEN CASE
            WHEN t."v11" >= 0
            THEN t."v11"
            WHEN NOT (
              t."v11" >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END - COALESCE(t."a4_c9", 0) AS v13,
        (
          (
            (
              (
                NOT (
                  t."v1"
                )
              ) AND (
                t."c_initial_budget" IS NULL
              )
            )
            AND (
              NOT (
                (
                  NOT (
                    t."c_adjusted_budget" IS NULL
                  )
                )
                OR (
                  (
                    COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
                  )
                  AND CASE WHEN NOT (
                    t."c_adjusted_budget" IS NULL
                  ) THEN TRUE END
                )
              )
            )
          )
          AND (
            NOT (
              t."j3_kind" IS NULL
            )
          )
        )
        AND (
          (
            t."c_kind" = 'item'
          ) OR t."a1_c11"
        ) AS v16
      FROM (
        SELECT
          t.*,
          CASE
            WHEN (
              NOT (
                t."c_initial_budget" IS NULL
              )
            )
            AND (
              NOT (
                COALESCE(POSITION(' initial_budget ' IN t."c__derived"), 0) > 0
              )
            )
            THEN TRUE
            WHEN COALESCE(POSITION(' initial_budget ' IN t."c__none"), 0) > 0
            THEN FALSE
            WHEN COALESCE(POSITION(' initial_budget ' IN t."c__hidden"), 0) > 0
            THEN CAST(NULL AS BOOLEAN)
            WHEN (
              t."j2__read" = 'whole'
            )
            AND (
              NOT (
                COALESCE(POSITION(' initial_budget ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN FALSE
          END AS v1,
          CASE
            WHEN NOT (
              t."c_parent" IS NULL
            )
            THEN TRUE
            WHEN COALESCE(POSITION(' parent ' IN t."c__none"), 0) > 0
            THEN TRUE
            WHEN COALESCE(POSITION(' parent ' IN t."c__hidden"), 0) > 0
            THEN FALSE
            WHEN (
              t."j2__read" = 'whole'
            )
            AND (
              NOT (
                COALESCE(POSITION(' parent ' IN t."c__to_fill"), 0) > 0
              )
            )
            THEN FALSE
          END AS v2,
          (
            NOT (
              t."c_adjusted_budget" IS NULL
            )
          )
          OR (
            (
              COALESCE(POSITION(' adjusted_budget ' IN t."c__to_fill"), 0) > 0
            )
            AND CASE WHEN NOT (
              t."c_adjusted_budget" IS NULL
            ) THEN TRUE END
          ) AS v4,
          CASE
            WHEN (
              COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
            )
            AND (
              t."c_approval__state" IS NULL
            )
            THEN CAST(100000000000000 AS DECIMAL(38, 0))
            WHEN NOT (
              (
                COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
              )
              AND (
                t."c_approval__state" IS NULL
              )
            )
            THEN COALESCE(t."a5_c6", 0)
          END AS v7,
          CASE
            WHEN NOT (
              t."c_carry_in" IS NULL
            )
            THEN CASE
              WHEN t."c_carry_in" >= 0
              THEN t."c_carry_in"
              WHEN NOT (
                t."c_carry_in" >= 0
              )
              THEN CAST(0 AS BIGINT)
            END
            ELSE CAST(0 AS BIGINT)
          END AS v8,
          (
            CAST(2 AS BIGINT) * t."c_carry_in"
          ) - CASE WHEN t."c_carry_in" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_carry_in__step" END AS v10,
          (
            CAST(2 AS BIGINT) * t."c_carry_in"
          ) + CASE WHEN t."c_carry_in" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_carry_in__step" END AS v11,
          (
            CAST(2 AS BIGINT) * t."c_initial_budget"
          ) - CASE
            WHEN t."c_initial_budget" = 0
            THEN CAST(0 AS BIGINT)
            ELSE t."c_initial_budget__step"
          END AS v17,
          (
            CAST(2 AS BIGINT) * t."c_initial_budget"
          ) + CASE
            WHEN t."c_initial_budget" = 0
            THEN CAST(0 AS BIGINT)
            ELSE t."c_initial_budget__step"
          END AS v18,
          (
            CAST(2 AS BIGINT) * t."c_adjusted_budget"
          ) - CASE
            WHEN t."c_adjusted_budget" = 0
            THEN CAST(0 AS BIGINT)
            ELSE t."c_adjusted_budget__step"
          END AS v19,
          (
            CAST(2 AS BIGINT) * t."c_adjusted_budget"
          ) + CASE
            WHEN t."c_adjusted_budget" = 0
            THEN CAST(0 AS BIGINT)
            ELSE t."c_adjusted_budget__step"
          END AS v20
        FROM (
          SELECT
            a1."c11" AS "a1_c11",
            a1."c12" AS "a1_c12",
            a1."c13" AS "a1_c13",
            a1."c2" AS "a1_c2",
            a1."c3" AS "a1_c3",
            a4."c1" AS "a4_c1",
            a4."c10" AS "a4_c10",
            a4."c13" AS "a4_c13",
            a4."c14" AS "a4_c14",
            a4."c6" AS "a4_c6",
            a4."c9" AS "a4_c9",
            a5."c1" AS "a5_c1",
            a5."c12" AS "a5_c12",
            a5."c13" AS "a5_c13",
            a5."c6" AS "a5_c6",
            a5."c8" AS "a5_c8",
            a5."c9" AS "a5_c9",
            c."_case" AS "c__case",
            c."_derived" AS "c__derived",
            c."_hidden" AS "c__hidden",
            c."_none" AS "c__none",
            c."_to_fill" AS "c__to_fill",
            c."adjusted_budget" AS "c_adjusted_budget",
            c."adjusted_budget__step" AS "c_adjusted_budget__step",
            c."approval__state" AS "c_approval__state",
            c."carry_in" AS "c_carry_in",
            c."carry_in__step" AS "c_carry_in__step",
            c."initial_budget" AS "c_initial_budget",
            c."initial_budget__step" AS "c_initial_budget__step",
            c."kind" AS "c_kind",
            c."parent" AS "c_parent",
            j2."_read" AS "j2__read",
            j3."kind" AS "j3_kind"
          FROM "budget_line" AS c
          LEFT JOIN "budget_line_1" AS a1
            ON a1."k1" = COALESCE(c."parent", (
              -1
            ))
          LEFT JOIN "unit" AS j2
            ON j2."_case" = c."_case"
          LEFT JOIN "budget_line" AS j3
            ON j3."_fact" = c."parent"
          LEFT JOIN "budget_line_4" AS a4
            ON a4."k1" = c."_fact"
          LEFT JOIN "approval_10" AS a5
            ON a5."k1" = c."_fact"
          WHERE
            (
              NOT (
                c."_case" IS NULL
              )
            )
            AND COALESCE(
              (
                (
                  c."kind" = 'total'
                ) OR (
                  c."kind" = 'basic'
                )
              )
              OR (
                c."kind" = 'project'
              ),
              TRUE
            )
          OFFSET 0
        ) AS t
        OFFSET 0
      ) AS t
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  GROUP BY
    t."c__case"
), "unit_5" AS (
  SELECT
    k."k1" AS k1,
    CASE
      WHEN NOT (
        c."_fact" IS NULL
      )
      THEN CASE
        WHEN (
          c."budget_line__state" = 'complete'
        ) AND (
          COALESCE(a1."c1", 0) = 0
        )
        THEN COALESCE(a1."c2", 0)
      END
    END AS c1,
    CASE WHEN NOT (
      c."_fact" IS NULL
    ) THEN COALESCE(a1."c3", 0) END AS c2,
    COALESCE(a1."c4", 0) AS c3,
    COALESCE(a1."c5", 0) AS c4,
    CASE
      WHEN (
        CASE
          WHEN (
            c."budget_line__state" = 'complete'
          ) AND (
            COALESCE(a1."c6", 0) = 0
          )
          THEN COALESCE(a1."c7", 0)
        END + CASE
          WHEN (
            c."budget_line__state" = 'complete'
          ) AND (
            COALESCE(a1."c6", 0) = 0
          )
          THEN COALESCE(a1."c8", 0)
        END
      ) = 0
      THEN TRUE
      WHEN (
        CASE
          WHEN (
            c."budget_line__state" = 'complete'
          ) AND (
            COALESCE(a1."c6", 0) = 0
          )
          THEN COALESCE(a1."c8", 0)
        END < 0
      )
      OR (
        0 < CASE
          WHEN (
            c."budget_line__state" = 'complete'
          ) AND (
            COALESCE(a1."c6", 0) = 0
          )
          THEN COALESCE(a1."c7", 0)
        END
      )
      THEN FALSE
    END AS c5
  FROM (
    SELECT DISTINCT
      COALESCE(n."_case", (
        -1
      )) AS k1
    FROM "unit" AS n
  ) AS k
  LEFT JOIN "unit" AS c
    ON c."_case" = k."k1"
  LEFT JOIN "budget_line_6" AS a1
    ON a1."k1" = c."_case"
), "budget_line_8" AS (
  SELECT
    t."c__case" AS k1,
    COUNT(CASE WHEN (
      t."c_kind" = 'item'
    ) AND t."v1" THEN 1 END) AS c1,
    COUNT(CASE WHEN (
      (
        t."c_kind" = 'item'
      ) AND t."v1"
    ) IS NULL THEN 1 END) AS c2
  FROM (
    SELECT
      t.*,
      CASE
        WHEN (
          NOT (
            t."c_initial_budget" IS NULL
          )
        )
        AND (
          NOT (
            COALESCE(POSITION(' initial_budget ' IN t."c__derived"), 0) > 0
          )
        )
        THEN TRUE
        WHEN COALESCE(POSITION(' initial_budget ' IN t."c__none"), 0) > 0
        THEN FALSE
        WHEN COALESCE(POSITION(' initial_budget ' IN t."c__hidden"), 0) > 0
        THEN CAST(NULL AS BOOLEAN)
        WHEN (
          t."j1__read" = 'whole'
        )
        AND (
          NOT (
            COALESCE(POSITION(' initial_budget ' IN t."c__to_fill"), 0) > 0
          )
        )
        THEN FALSE
      END AS v1
    FROM (
      SELECT
        c."_case" AS "c__case",
        c."_derived" AS "c__derived",
        c."_hidden" AS "c__hidden",
        c."_none" AS "c__none",
        c."_to_fill" AS "c__to_fill",
        c."initial_budget" AS "c_initial_budget",
        c."kind" AS "c_kind",
        j1."_read" AS "j1__read"
      FROM "budget_line" AS c
      LEFT JOIN "unit" AS j1
        ON j1."_case" = c."_case"
      WHERE
        NOT (
          c."_case" IS NULL
        )
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  GROUP BY
    t."c__case"
), "unit_7" AS (
  SELECT
    k."k1" AS k1,
    CASE
      WHEN NOT (
        c."_fact" IS NULL
      )
      THEN CASE
        WHEN a1."c1" > 0
        THEN TRUE
        WHEN (
          c."budget_line__state" = 'complete'
        ) AND (
          COALESCE(a1."c2", 0) = 0
        )
        THEN FALSE
      END
    END AS c1,
    CASE
      WHEN a1."c1" > 0
      THEN TRUE
      WHEN (
        c."budget_line__state" = 'complete'
      ) AND (
        COALESCE(a1."c2", 0) = 0
      )
      THEN FALSE
    END AS c2
  FROM (
    SELECT DISTINCT
      COALESCE(n."_case", (
        -1
      )) AS k1
    FROM "unit" AS n
  ) AS k
  LEFT JOIN "unit" AS c
    ON c."_case" = k."k1"
  LEFT JOIN "budget_line_8" AS a1
    ON a1."k1" = c."_case"
), "budget_line_9" AS (
  SELECT
    t."c_parent" AS k1,
    SUM(t."v2") AS c1,
    SUM(t."v7") AS c2,
    SUM(t."v8") AS c3,
    SUM(COALESCE(t."a2_c1", 0)) AS c4,
    SUM(t."v9") AS c5,
    SUM(
      CASE
        WHEN (
          NOT (
            t."c_carry_in" IS NULL
          )
        )
        OR (
          COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
        )
        THEN CAST(CASE
          WHEN NOT (
            t."c_carry_in" IS NULL
          )
          THEN CASE
            WHEN t."v10" >= 0
            THEN t."v10"
            WHEN NOT (
              t."v10" >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS DECIMAL(38, 0))
        WHEN NOT (
          (
            NOT (
              t."c_carry_in" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
          )
        )
        THEN COALESCE(t."a1_c9", 0)
      END
    ) AS c6,
    SUM(
      CASE
        WHEN (
          NOT (
            t."c_carry_in" IS NULL
          )
        )
        OR (
          COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
        )
        THEN CAST(CASE
          WHEN NOT (
            t."c_carry_in" IS NULL
          )
          THEN CASE
            WHEN t."v11" >= 0
            THEN t."v11"
            WHEN NOT (
              t."v11" >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS DECIMAL(38, 0))
        WHEN NOT (
          (
            NOT (
              t."c_carry_in" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
          )
        )
        THEN COALESCE(t."a1_c10", 0)
      END
    ) AS c7,
    SUM(COALESCE(t."a2_c8", 0)) AS c8,
    SUM(COALESCE(t."a2_c9", 0)) AS c9,
    SUM(
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a2_c12", 0)
      END
    ) AS c10,
    SUM(
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a2_c13", 0)
      END
    ) AS c11,
    SUM(COALESCE(t."a2_c14", 0)) AS c12,
    SUM(t."v12") AS c13,
    SUM(
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST((
          -200000000000000
        ) AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a2_c10", 0)
      END
    ) AS c14,
    SUM(
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST((
          -200000000000000
        ) AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a2_c11", 0)
      END
    ) AS c15
  FROM (
    SELECT
      t.*,
      CASE
        WHEN (
          NOT (
            t."c_carry_in" IS NULL
          )
        )
        OR (
          COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
        )
        THEN CAST(t."v5" AS DECIMAL(38, 0))
        WHEN NOT (
          (
            NOT (
              t."c_carry_in" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
          )
        )
        THEN COALESCE(t."a1_c7", 0)
      END AS v7,
      CASE
        WHEN (
          NOT (
            t."c_carry_in" IS NULL
          )
        )
        OR (
          COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
        )
        THEN CAST(t."v6" AS DECIMAL(38, 0))
        WHEN NOT (
          (
            NOT (
              t."c_carry_in" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
          )
        )
        THEN COALESCE(t."a1_c8", 0)
      END AS v8
    FROM (
      SELECT
        t.*,
        CASE
          WHEN (
            NOT (
              t."c_carry_in" IS NULL
            )
          )
          OR (
            COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
          )
          THEN CAST(t."v1" AS DECIMAL(38, 0))
          WHEN NOT (
            (
              NOT (
                t."c_carry_in" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
            )
          )
          THEN COALESCE(t."a1_c6", 0)
        END AS v2,
        CASE
          WHEN NOT (
            t."c_carry_in" IS NULL
          )
          THEN CASE
            WHEN t."v3" >= 0
            THEN t."v3"
            WHEN NOT (
              t."v3" >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS v5,
        CASE
          WHEN NOT (
            t."c_carry_in" IS NULL
          )
          THEN CASE
            WHEN t."v4" >= 0
            THEN t."v4"
            WHEN NOT (
              t."v4" >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS v6
      FROM (
        SELECT
          t.*,
          CASE
            WHEN NOT (
              t."c_carry_in" IS NULL
            )
            THEN CASE
              WHEN t."c_carry_in" >= 0
              THEN t."c_carry_in"
              WHEN NOT (
                t."c_carry_in" >= 0
              )
              THEN CAST(0 AS BIGINT)
            END
            ELSE CAST(0 AS BIGINT)
          END AS v1,
          (
            CAST(2 AS BIGINT) * t."c_carry_in"
          ) - t."c_carry_in__step" AS v3,
          (
            CAST(2 AS BIGINT) * t."c_carry_in"
          ) + t."c_carry_in__step" AS v4,
          CASE
            WHEN (
              COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
            )
            AND (
              t."c_approval__state" IS NULL
            )
            THEN CAST(100000000000000 AS DECIMAL(38, 0))
            WHEN NOT (
              (
                COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
              )
              AND (
                t."c_approval__state" IS NULL
              )
            )
            THEN COALESCE(t."a2_c6", 0)
          END AS v9,
          (
            CAST(2 AS BIGINT) * t."c_carry_in"
          ) - CASE WHEN t."c_carry_in" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_carry_in__step" END AS v10,
          (
            CAST(2 AS BIGINT) * t."c_carry_in"
          ) + CASE WHEN t."c_carry_in" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_carry_in__step" END AS v11,
          CASE
            WHEN (
              COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
            )
            AND (
              t."c_approval__state" IS NULL
            )
            THEN CAST((
              -100000000000000
            ) AS DECIMAL(38, 0))
            WHEN NOT (
              (
                COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
              )
              AND (
                t."c_approval__state" IS NULL
              )
            )
            THEN COALESCE(t."a2_c4", 0)
          END AS v12
        FROM (
          SELECT
            a1."c10" AS "a1_c10",
            a1."c6" AS "a1_c6",
            a1."c7" AS "a1_c7",
            a1."c8" AS "a1_c8",
            a1."c9" AS "a1_c9",
            a2."c1" AS "a2_c1",
            a2."c10" AS "a2_c10",
            a2."c11" AS "a2_c11",
            a2."c12" AS "a2_c12",
            a2."c13" AS "a2_c13",
            a2."c14" AS "a2_c14",
            a2."c4" AS "a2_c4",
            a2."c6" AS "a2_c6",
            a2."c8" AS "a2_c8",
            a2."c9" AS "a2_c9",
            c."_to_fill" AS "c__to_fill",
            c."approval__state" AS "c_approval__state",
            c."carry_in" AS "c_carry_in",
            c."carry_in__step" AS "c_carry_in__step",
            c."parent" AS "c_parent"
          FROM "budget_line" AS c
          LEFT JOIN "budget_line_4" AS a1
            ON a1."k1" = c."_fact"
          LEFT JOIN "approval_10" AS a2
            ON a2."k1" = c."_fact"
          WHERE
            NOT (
              c."parent" IS NULL
            )
          OFFSET 0
        ) AS t
        OFFSET 0
      ) AS t
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  GROUP BY
    t."c_parent"
), "budget_line_12" AS (
  SELECT
    t."c_parent" AS k1,
    SUM(COALESCE(t."a1_c1", 0) + COALESCE(t."a2_c4", 0)) AS c1,
    SUM(t."v1" + COALESCE(t."a2_c5", 0)) AS c2,
    SUM(COALESCE(t."a1_c8", 0) + COALESCE(t."a2_c8", 0)) AS c3,
    SUM(COALESCE(t."a1_c9", 0) + COALESCE(t."a2_c9", 0)) AS c4,
    SUM(
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a1_c12", 0)
      END + COALESCE(t."a2_c10", 0)
    ) AS c5,
    SUM(
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a1_c13", 0)
      END + COALESCE(t."a2_c11", 0)
    ) AS c6,
    SUM(t."v2" + COALESCE(t."a2_c13", 0)) AS c7,
    SUM(
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST((
          -200000000000000
        ) AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a1_c10", 0)
      END + COALESCE(t."a2_c14", 0)
    ) AS c8,
    SUM(
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST((
          -200000000000000
        ) AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a1_c11", 0)
      END + COALESCE(t."a2_c15", 0)
    ) AS c9
  FROM (
    SELECT
      t.*,
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST(100000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a1_c6", 0)
      END AS v1,
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST((
          -100000000000000
        ) AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a1_c4", 0)
      END AS v2
    FROM (
      SELECT
        a1."c1" AS "a1_c1",
        a1."c10" AS "a1_c10",
        a1."c11" AS "a1_c11",
        a1."c12" AS "a1_c12",
        a1."c13" AS "a1_c13",
        a1."c4" AS "a1_c4",
        a1."c6" AS "a1_c6",
        a1."c8" AS "a1_c8",
        a1."c9" AS "a1_c9",
        a2."c10" AS "a2_c10",
        a2."c11" AS "a2_c11",
        a2."c13" AS "a2_c13",
        a2."c14" AS "a2_c14",
        a2."c15" AS "a2_c15",
        a2."c4" AS "a2_c4",
        a2."c5" AS "a2_c5",
        a2."c8" AS "a2_c8",
        a2."c9" AS "a2_c9",
        c."_to_fill" AS "c__to_fill",
        c."approval__state" AS "c_approval__state",
        c."parent" AS "c_parent"
      FROM "budget_line" AS c
      LEFT JOIN "approval_10" AS a1
        ON a1."k1" = c."_fact"
      LEFT JOIN "budget_line_9" AS a2
        ON a2."k1" = c."_fact"
      WHERE
        NOT (
          c."parent" IS NULL
        )
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  GROUP BY
    t."c_parent"
), "budget_line_11" AS (
  SELECT
    t."c_parent" AS k1,
    SUM(COALESCE(t."a1_c1", 0) + COALESCE(t."a2_c1", 0)) AS c1,
    SUM(t."v1" + COALESCE(t."a2_c2", 0)) AS c2,
    SUM(COALESCE(t."a1_c8", 0) + COALESCE(t."a2_c3", 0)) AS c3,
    SUM(COALESCE(t."a1_c9", 0) + COALESCE(t."a2_c4", 0)) AS c4,
    SUM(
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a1_c12", 0)
      END + COALESCE(t."a2_c5", 0)
    ) AS c5,
    SUM(
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a1_c13", 0)
      END + COALESCE(t."a2_c6", 0)
    ) AS c6
  FROM (
    SELECT
      t.*,
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST(100000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a1_c6", 0)
      END AS v1
    FROM (
      SELECT
        a1."c1" AS "a1_c1",
        a1."c12" AS "a1_c12",
        a1."c13" AS "a1_c13",
        a1."c6" AS "a1_c6",
        a1."c8" AS "a1_c8",
        a1."c9" AS "a1_c9",
        a2."c1" AS "a2_c1",
        a2."c2" AS "a2_c2",
        a2."c3" AS "a2_c3",
        a2."c4" AS "a2_c4",
        a2."c5" AS "a2_c5",
        a2."c6" AS "a2_c6",
        c."_to_fill" AS "c__to_fill",
        c."approval__state" AS "c_approval__state",
        c."parent" AS "c_parent"
      FROM "budget_line" AS c
      LEFT JOIN "approval_10" AS a1
        ON a1."k1" = c."_fact"
      LEFT JOIN "budget_line_12" AS a2
        ON a2."k1" = c."_fact"
      WHERE
        NOT (
          c."parent" IS NULL
        )
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  GROUP BY
    t."c_parent"
), "budget_line_13" AS (
  SELECT
    k."k1" AS k1,
    (
      NOT (
        c."kind" IS NULL
      )
    ) AND (
      c."kind" = 'item'
    ) AS c1
  FROM (
    SELECT DISTINCT
      COALESCE(n."parent", (
        -1
      )) AS k1
    FROM "budget_line" AS n
  ) AS k
  LEFT JOIN "budget_line" AS c
    ON c."_fact" = k."k1"
), "budget_line_15" AS (
  SELECT
    c."_case" AS k1,
    SUM(
      CASE
        WHEN COALESCE(POSITION(' parent ' IN c."_to_fill"), 0) > 0
        THEN COALESCE(a1."c1", 0) + COALESCE(a2."c1", 0)
      END
    ) AS c1,
    SUM(
      CASE
        WHEN COALESCE(POSITION(' parent ' IN c."_to_fill"), 0) > 0
        THEN COALESCE(a1."c8", 0) + COALESCE(a2."c3", 0)
      END
    ) AS c2,
    SUM(
      CASE
        WHEN COALESCE(POSITION(' parent ' IN c."_to_fill"), 0) > 0
        THEN COALESCE(a1."c9", 0) + COALESCE(a2."c4", 0)
      END
    ) AS c3
  FROM "budget_line" AS c
  LEFT JOIN "approval_10" AS a1
    ON a1."k1" = c."_fact"
  LEFT JOIN "budget_line_11" AS a2
    ON a2."k1" = c."_fact"
  WHERE
    (
      NOT (
        c."_case" IS NULL
      )
    )
    AND COALESCE(COALESCE(POSITION(' parent ' IN c."_to_fill"), 0) > 0, TRUE)
  GROUP BY
    c."_case"
), "unit_14" AS (
  SELECT
    k."k1" AS k1,
    CASE WHEN NOT (
      c."_fact" IS NULL
    ) THEN COALESCE(a1."c1", 0) END AS c1,
    COALESCE(a1."c2", 0) AS c2,
    COALESCE(a1."c3", 0) AS c3
  FROM (
    SELECT DISTINCT
      COALESCE(n."_case", (
        -1
      )) AS k1
    FROM "unit" AS n
  ) AS k
  LEFT JOIN "unit" AS c
    ON c."_case" = k."k1"
  LEFT JOIN "budget_line_15" AS a1
    ON a1."k1" = c."_case"
), "budget_line_17" AS (
  SELECT
    t."c__case" AS k1,
    SUM(
      CASE
        WHEN COALESCE(POSITION(' parent ' IN t."c__to_fill"), 0) > 0
        THEN t."v1" + COALESCE(t."a2_c13", 0)
      END
    ) AS c1,
    SUM(
      CASE
        WHEN COALESCE(POSITION(' parent ' IN t."c__to_fill"), 0) > 0
        THEN CASE
          WHEN (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
          THEN CAST((
            -200000000000000
          ) AS DECIMAL(38, 0))
          WHEN NOT (
            (
              COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
            )
            AND (
              t."c_approval__state" IS NULL
            )
          )
          THEN COALESCE(t."a1_c10", 0)
        END + COALESCE(t."a2_c14", 0)
      END
    ) AS c2,
    SUM(
      CASE
        WHEN COALESCE(POSITION(' parent ' IN t."c__to_fill"), 0) > 0
        THEN CASE
          WHEN (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
          THEN CAST((
            -200000000000000
          ) AS DECIMAL(38, 0))
          WHEN NOT (
            (
              COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
            )
            AND (
              t."c_approval__state" IS NULL
            )
          )
          THEN COALESCE(t."a1_c11", 0)
        END + COALESCE(t."a2_c15", 0)
      END
    ) AS c3
  FROM (
    SELECT
      t.*,
      CASE
        WHEN (
          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
        )
        AND (
          t."c_approval__state" IS NULL
        )
        THEN CAST((
          -100000000000000
        ) AS DECIMAL(38, 0))
        WHEN NOT (
          (
            COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
          )
          AND (
            t."c_approval__state" IS NULL
          )
        )
        THEN COALESCE(t."a1_c4", 0)
      END AS v1
    FROM (
      SELECT
        a1."c10" AS "a1_c10",
        a1."c11" AS "a1_c11",
        a1."c4" AS "a1_c4",
        a2."c13" AS "a2_c13",
        a2."c14" AS "a2_c14",
        a2."c15" AS "a2_c15",
        c."_case" AS "c__case",
        c."_to_fill" AS "c__to_fill",
        c."approval__state" AS "c_approval__state"
      FROM "budget_line" AS c
      LEFT JOIN "approval_10" AS a1
        ON a1."k1" = c."_fact"
      LEFT JOIN "budget_line_9" AS a2
        ON a2."k1" = c."_fact"
      WHERE
        (
          NOT (
            c."_case" IS NULL
          )
        )
        AND COALESCE(COALESCE(POSITION(' parent ' IN c."_to_fill"), 0) > 0, TRUE)
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  GROUP BY
    t."c__case"
), "unit_16" AS (
  SELECT
    k."k1" AS k1,
    CASE WHEN NOT (
      c."_fact" IS NULL
    ) THEN COALESCE(a1."c1", 0) END AS c1,
    COALESCE(a1."c2", 0) AS c2,
    COALESCE(a1."c3", 0) AS c3
  FROM (
    SELECT DISTINCT
      COALESCE(n."_case", (
        -1
      )) AS k1
    FROM "unit" AS n
  ) AS k
  LEFT JOIN "unit" AS c
    ON c."_case" = k."k1"
  LEFT JOIN "budget_line_17" AS a1
    ON a1."k1" = c."_case"
), "review_18" AS (
  SELECT
    c."_owner" AS k1,
    COUNT(CASE WHEN (
      c."level" = 'second'
    ) AND (
      c."result" = 'passed'
    ) THEN 1 END) AS c1,
    COUNT(
      CASE
        WHEN (
          (
            c."level" = 'second'
          ) AND (
            c."result" = 'passed'
          )
        ) IS NULL
        THEN 1
      END
    ) AS c2
  FROM "review" AS c
  WHERE
    NOT (
      c."_owner" IS NULL
    )
  GROUP BY
    c."_owner"
), "budget_line_19" AS (
  SELECT
    t."c_parent" AS k1,
    COUNT(CASE WHEN t."v8" THEN 1 END) AS c1,
    COUNT(CASE WHEN t."v8" IS NULL THEN 1 END) AS c2,
    COUNT(CASE WHEN t."v23" THEN 1 END) AS c3,
    COUNT(CASE WHEN t."v23" IS NULL THEN 1 END) AS c4,
    COUNT(
      CASE
        WHEN (
          t."v8" IS NULL
        ) OR (
          t."v8" AND (
            t."v7" IS NULL
          )
        )
        THEN 1
      END
    ) AS c5,
    SUM(CASE WHEN t."v8" THEN t."v7" END) AS c6
  FROM (
    SELECT
      t.*,
      (
        (
          (
            t."c_kind" <> 'component'
          )
          AND (
            (
              CAST(t."c_actual" AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
            ) > (
              CAST(t."c_initial_budget" AS DECIMAL(38, 0)) * CAST(105 AS BIGINT)
            )
          )
        )
        AND (
          t."v7" > 0
        )
      )
      AND (
        (
          (
            (
              (
                t."c_actual" - t."c_initial_budget"
              ) - t."v2"
            ) - (
              COALESCE(t."a2_c1", 0) + COALESCE(t."a3_c1", 0)
            )
          ) > (
            (
              (
                t."v3" + t."v4"
              ) + COALESCE(t."a3_c2", 0)
            ) + t."a9_c1"
          )
        )
        OR NULL
      ) AS v8
    FROM (
      SELECT
        t.*,
        CASE
          WHEN NOT (
            t."c_adjusted_budget" IS NULL
          )
          THEN CASE
            WHEN t."v6" <= (
              t."c_actual" - t."c_adjusted_budget"
            )
            THEN t."v6"
            WHEN NOT (
              t."v6" <= (
                t."c_actual" - t."c_adjusted_budget"
              )
            )
            THEN CAST(t."c_actual" - t."c_adjusted_budget" AS DECIMAL(38, 0))
          END
          ELSE t."v6"
        END AS v7
      FROM (
        SELECT
          t.*,
          CASE
            WHEN t."v5"
            THEN (
              (
                (
                  t."c_actual" - t."c_initial_budget"
                ) - t."v2"
              ) - (
                COALESCE(t."a2_c1", 0) + COALESCE(t."a3_c1", 0)
              )
            ) - (
              (
                (
                  t."v3" + t."v4"
                ) + COALESCE(t."a3_c2", 0)
              ) + t."a9_c1"
            )
            WHEN NOT (
              t."v5"
            )
            THEN (
              (
                t."c_actual" - t."c_initial_budget"
              ) - t."v2"
            ) - (
              COALESCE(t."a2_c1", 0) + COALESCE(t."a3_c1", 0)
            )
          END AS v6
        FROM (
          SELECT
            t.*,
            (
              (
                (
                  t."c_actual" - t."c_initial_budget"
                ) - t."v2"
              ) - (
                COALESCE(t."a2_c1", 0) + COALESCE(t."a3_c1", 0)
              )
            ) > (
              (
                (
                  t."v3" + t."v4"
                ) + COALESCE(t."a3_c2", 0)
              ) + t."a9_c1"
            ) AS v5,
            (
              (
                (
                  t."c_kind" <> 'component'
                )
                AND CASE
                  WHEN (
                    CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * t."v12"
                  ) < (
                    CAST(t."v9" AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
                  )
                  THEN TRUE
                  WHEN (
                    CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * t."v11"
                  ) >= (
                    CAST(t."v10" AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
                  )
                  THEN FALSE
                END
              )
              AND CASE
                WHEN NOT (
                  t."c_adjusted_budget" IS NULL
                )
                THEN CASE
                  WHEN CASE WHEN t."v18" < t."v15" THEN TRUE WHEN t."v17" >= t."v16" THEN FALSE END
                  THEN CASE WHEN 0 < t."v19" THEN TRUE WHEN 0 >= t."v20" THEN FALSE END
                  WHEN NOT (
                    CASE WHEN t."v18" < t."v15" THEN TRUE WHEN t."v17" >= t."v16" THEN FALSE END
                  )
                  THEN CASE WHEN 0 < t."v15" THEN TRUE WHEN 0 >= t."v16" THEN FALSE END
                END
                AND CASE
                  WHEN 0 < (
                    t."v9" - t."v22"
                  )
                  THEN TRUE
                  WHEN 0 >= (
                    t."v10" - t."v21"
                  )
                  THEN FALSE
                END
                ELSE CASE
                  WHEN CASE WHEN t."v18" < t."v15" THEN TRUE WHEN t."v17" >= t."v16" THEN FALSE END
                  THEN CASE WHEN 0 < t."v19" THEN TRUE WHEN 0 >= t."v20" THEN FALSE END
                  WHEN NOT (
                    CASE WHEN t."v18" < t."v15" THEN TRUE WHEN t."v17" >= t."v16" THEN FALSE END
                  )
                  THEN CASE WHEN 0 < t."v15" THEN TRUE WHEN 0 >= t."v16" THEN FALSE END
                END
              END
            )
            AND (
              CASE WHEN t."v18" < t."v15" THEN TRUE WHEN t."v17" >= t."v16" THEN FALSE END
              OR NULL
            ) AS v23
          FROM (
            SELECT
              t.*,
              CASE
                WHEN (
                  NOT (
                    t."c_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
                )
                THEN CAST(t."v1" AS DECIMAL(38, 0))
                WHEN NOT (
                  (
                    NOT (
                      t."c_carry_in" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
                  )
                )
                THEN COALESCE(t."a1_c1", 0)
              END AS v2,
              (
                (
                  t."v9" - t."v12"
                ) - CASE
                  WHEN (
                    NOT (
                      t."c_carry_in" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
                  )
                  THEN CAST(CASE
                    WHEN NOT (
                      t."c_carry_in" IS NULL
                    )
                    THEN CASE
                      WHEN t."v14" >= 0
                      THEN t."v14"
                      WHEN NOT (
                        t."v14" >= 0
                      )
                      THEN CAST(0 AS BIGINT)
                    END
                    ELSE CAST(0 AS BIGINT)
                  END AS DECIMAL(38, 0))
                  WHEN NOT (
                    (
                      NOT (
                        t."c_carry_in" IS NULL
                      )
                    )
                    OR (
                      COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
                    )
                  )
                  THEN COALESCE(t."a1_c7", 0)
                END
              ) - (
                COALESCE(t."a2_c9", 0) + COALESCE(t."a3_c4", 0)
              ) AS v15,
              (
                (
                  t."v10" - t."v11"
                ) - CASE
                  WHEN (
                    NOT (
                      t."c_carry_in" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
                  )
                  THEN CAST(CASE
                    WHEN NOT (
                      t."c_carry_in" IS NULL
                    )
                    THEN CASE
                      WHEN t."v13" >= 0
                      THEN t."v13"
                      WHEN NOT (
                        t."v13" >= 0
                      )
                      THEN CAST(0 AS BIGINT)
                    END
                    ELSE CAST(0 AS BIGINT)
                  END AS DECIMAL(38, 0))
                  WHEN NOT (
                    (
                      NOT (
                        t."c_carry_in" IS NULL
                      )
                    )
                    OR (
                      COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
                    )
                  )
                  THEN COALESCE(t."a1_c6", 0)
                END
              ) - (
                COALESCE(t."a2_c8", 0) + COALESCE(t."a3_c3", 0)
              ) AS v16,
              (
                (
                  (
                    t."v9" - t."v12"
                  ) - CASE
                    WHEN (
                      NOT (
                        t."c_carry_in" IS NULL
                      )
                    )
                    OR (
                      COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
                    )
                    THEN CAST(CASE
                      WHEN NOT (
                        t."c_carry_in" IS NULL
                      )
                      THEN CASE
                        WHEN t."v14" >= 0
                        THEN t."v14"
                        WHEN NOT (
                          t."v14" >= 0
                        )
                        THEN CAST(0 AS BIGINT)
                      END
                      ELSE CAST(0 AS BIGINT)
                    END AS DECIMAL(38, 0))
                    WHEN NOT (
                      (
                        NOT (
                          t."c_carry_in" IS NULL
                        )
                      )
                      OR (
                        COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
                      )
                    )
                    THEN COALESCE(t."a1_c7", 0)
                  END
                ) - (
                  COALESCE(t."a2_c9", 0) + COALESCE(t."a3_c4", 0)
                )
              ) - (
                (
                  (
                    CASE
                      WHEN t."c_kind" <> 'item'
                      THEN CASE
                        WHEN NOT (
                          t."j5_kind" IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              COALESCE(t."a10_c9", 0) + t."a4_c6"
                            ) + t."a4_c8"
                          ) >= 0
                          THEN (
                            COALESCE(t."a10_c9", 0) + t."a4_c6"
                          ) + t."a4_c8"
                          WHEN NOT (
                            (
                              (
                                COALESCE(t."a10_c9", 0) + t."a4_c6"
                              ) + t."a4_c8"
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        t."c_kind" <> 'item'
                      )
                      THEN CASE
                        WHEN t."a8_c1"
                        THEN t."a7_c4" + CASE
                          WHEN (
                            (
                              COALESCE(t."a10_c9", 0) + t."a4_c6"
                            ) + t."a4_c8"
                          ) >= 0
                          THEN (
                            COALESCE(t."a10_c9", 0) + t."a4_c6"
                          ) + t."a4_c8"
                          WHEN NOT (
                            (
                              (
                                COALESCE(t."a10_c9", 0) + t."a4_c6"
                              ) + t."a4_c8"
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          t."a8_c1"
                        )
                        THEN t."a7_c4"
                      END
                    END + CASE
                      WHEN (
                        COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
                      )
                      AND (
                        t."c_approval__state" IS NULL
                      )
                      THEN CAST(200000000000000 AS DECIMAL(38, 0))
                      WHEN NOT (
                        (
                          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
                        )
                        AND (
                          t."c_approval__state" IS NULL
                        )
                      )
                      THEN COALESCE(t."a2_c13", 0)
                    END
                  ) + COALESCE(t."a3_c6", 0)
                ) + t."a9_c3"
              ) AS v19,
              (
                (
                  (
                    t."v10" - t."v11"
                  ) - CASE
                    WHEN (
                      NOT (
                        t."c_carry_in" IS NULL
                      )
                    )
                    OR (
                      COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
                    )
                    THEN CAST(CASE
                      WHEN NOT (
                        t."c_carry_in" IS NULL
                      )
                      THEN CASE
                        WHEN t."v13" >= 0
                        THEN t."v13"
                        WHEN NOT (
                          t."v13" >= 0
                        )
                        THEN CAST(0 AS BIGINT)
                      END
                      ELSE CAST(0 AS BIGINT)
                    END AS DECIMAL(38, 0))
                    WHEN NOT (
                      (
                        NOT (
                          t."c_carry_in" IS NULL
                        )
                      )
                      OR (
                        COALESCE(POSITION(' carry_in ' IN t."c__to_fill"), 0) > 0
                      )
                    )
                    THEN COALESCE(t."a1_c6", 0)
                  END
                ) - (
                  COALESCE(t."a2_c8", 0) + COALESCE(t."a3_c3", 0)
                )
              ) - (
                (
                  (
                    CASE
                      WHEN t."c_kind" <> 'item'
                      THEN CASE
                        WHEN NOT (
                          t."j5_kind" IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              COALESCE(t."a10_c8", 0) + t."a4_c5"
                            ) + t."a4_c7"
                          ) >= 0
                          THEN (
                            COALESCE(t."a10_c8", 0) + t."a4_c5"
                          ) + t."a4_c7"
                          WHEN NOT (
                            (
                              (
                                COALESCE(t."a10_c8", 0) + t."a4_c5"
                              ) + t."a4_c7"
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        t."c_kind" <> 'item'
                      )
                      THEN CASE
                        WHEN t."a8_c1"
                        THEN t."a7_c3" + CASE
                          WHEN (
                            (
                              COALESCE(t."a10_c8", 0) + t."a4_c5"
                            ) + t."a4_c7"
                          ) >= 0
                          THEN (
                            COALESCE(t."a10_c8", 0) + t."a4_c5"
                          ) + t."a4_c7"
                          WHEN NOT (
                            (
                              (
                                COALESCE(t."a10_c8", 0) + t."a4_c5"
                              ) + t."a4_c7"
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          t."a8_c1"
                        )
                        THEN t."a7_c3"
                      END
                    END + CASE
                      WHEN (
                        COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
                      )
                      AND (
                        t."c_approval__state" IS NULL
                      )
                      THEN CAST(200000000000000 AS DECIMAL(38, 0))
                      WHEN NOT (
                        (
                          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
                        )
                        AND (
                          t."c_approval__state" IS NULL
                        )
                      )
                      THEN COALESCE(t."a2_c12", 0)
                    END
                  ) + COALESCE(t."a3_c5", 0)
                ) + t."a9_c2"
              ) AS v20
            FROM (
              SELECT
                t.*,
                CASE
                  WHEN NOT (
                    t."c_carry_in" IS NULL
                  )
                  THEN CASE
                    WHEN t."c_carry_in" >= 0
                    THEN t."c_carry_in"
                    WHEN NOT (
                      t."c_carry_in" >= 0
                    )
                    THEN CAST(0 AS BIGINT)
                  END
                  ELSE CAST(0 AS BIGINT)
                END AS v1,
                CASE
                  WHEN t."c_kind" <> 'item'
                  THEN CASE
                    WHEN NOT (
                      t."j5_kind" IS NULL
                    )
                    THEN t."a4_c4"
                    ELSE CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    t."c_kind" <> 'item'
                  )
                  THEN CASE
                    WHEN t."a8_c1"
                    THEN t."a7_c2" + t."a4_c4"
                    WHEN NOT (
                      t."a8_c1"
                    )
                    THEN t."a7_c2"
                  END
                END AS v3,
                CASE
                  WHEN (
                    COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
                  )
                  AND (
                    t."c_approval__state" IS NULL
                  )
                  THEN CAST(100000000000000 AS DECIMAL(38, 0))
                  WHEN NOT (
                    (
                      COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
                    )
                    AND (
                      t."c_approval__state" IS NULL
                    )
                  )
                  THEN COALESCE(t."a2_c6", 0)
                END AS v4,
                (
                  CAST(2 AS BIGINT) * t."c_actual"
                ) - CASE WHEN t."c_actual" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_actual__step" END AS v9,
                (
                  CAST(2 AS BIGINT) * t."c_actual"
                ) + CASE WHEN t."c_actual" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_actual__step" END AS v10,
                (
                  CAST(2 AS BIGINT) * t."c_initial_budget"
                ) - CASE
                  WHEN t."c_initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t."c_initial_budget__step"
                END AS v11,
                (
                  CAST(2 AS BIGINT) * t."c_initial_budget"
                ) + CASE
                  WHEN t."c_initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t."c_initial_budget__step"
                END AS v12,
                (
                  CAST(2 AS BIGINT) * t."c_carry_in"
                ) - CASE WHEN t."c_carry_in" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_carry_in__step" END AS v13,
                (
                  CAST(2 AS BIGINT) * t."c_carry_in"
                ) + CASE WHEN t."c_carry_in" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_carry_in__step" END AS v14,
                (
                  (
                    CASE
                      WHEN t."c_kind" <> 'item'
                      THEN CASE
                        WHEN NOT (
                          t."j5_kind" IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              COALESCE(t."a10_c8", 0) + t."a4_c5"
                            ) + t."a4_c7"
                          ) >= 0
                          THEN (
                            COALESCE(t."a10_c8", 0) + t."a4_c5"
                          ) + t."a4_c7"
                          WHEN NOT (
                            (
                              (
                                COALESCE(t."a10_c8", 0) + t."a4_c5"
                              ) + t."a4_c7"
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        t."c_kind" <> 'item'
                      )
                      THEN CASE
                        WHEN t."a8_c1"
                        THEN t."a7_c3" + CASE
                          WHEN (
                            (
                              COALESCE(t."a10_c8", 0) + t."a4_c5"
                            ) + t."a4_c7"
                          ) >= 0
                          THEN (
                            COALESCE(t."a10_c8", 0) + t."a4_c5"
                          ) + t."a4_c7"
                          WHEN NOT (
                            (
                              (
                                COALESCE(t."a10_c8", 0) + t."a4_c5"
                              ) + t."a4_c7"
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          t."a8_c1"
                        )
                        THEN t."a7_c3"
                      END
                    END + CASE
                      WHEN (
                        COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
                      )
                      AND (
                        t."c_approval__state" IS NULL
                      )
                      THEN CAST(200000000000000 AS DECIMAL(38, 0))
                      WHEN NOT (
                        (
                          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
                        )
                        AND (
                          t."c_approval__state" IS NULL
                        )
                      )
                      THEN COALESCE(t."a2_c12", 0)
                    END
                  ) + COALESCE(t."a3_c5", 0)
                ) + t."a9_c2" AS v17,
                (
                  (
                    CASE
                      WHEN t."c_kind" <> 'item'
                      THEN CASE
                        WHEN NOT (
                          t."j5_kind" IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              COALESCE(t."a10_c9", 0) + t."a4_c6"
                            ) + t."a4_c8"
                          ) >= 0
                          THEN (
                            COALESCE(t."a10_c9", 0) + t."a4_c6"
                          ) + t."a4_c8"
                          WHEN NOT (
                            (
                              (
                                COALESCE(t."a10_c9", 0) + t."a4_c6"
                              ) + t."a4_c8"
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        t."c_kind" <> 'item'
                      )
                      THEN CASE
                        WHEN t."a8_c1"
                        THEN t."a7_c4" + CASE
                          WHEN (
                            (
                              COALESCE(t."a10_c9", 0) + t."a4_c6"
                            ) + t."a4_c8"
                          ) >= 0
                          THEN (
                            COALESCE(t."a10_c9", 0) + t."a4_c6"
                          ) + t."a4_c8"
                          WHEN NOT (
                            (
                              (
                                COALESCE(t."a10_c9", 0) + t."a4_c6"
                              ) + t."a4_c8"
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          t."a8_c1"
                        )
                        THEN t."a7_c4"
                      END
                    END + CASE
                      WHEN (
                        COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
                      )
                      AND (
                        t."c_approval__state" IS NULL
                      )
                      THEN CAST(200000000000000 AS DECIMAL(38, 0))
                      WHEN NOT (
                        (
                          COALESCE(POSITION(' approval ' IN t."c__to_fill"), 0) > 0
                        )
                        AND (
                          t."c_approval__state" IS NULL
                        )
                      )
                      THEN COALESCE(t."a2_c13", 0)
                    END
                  ) + COALESCE(t."a3_c6", 0)
                ) + t."a9_c3" AS v18,
                (
                  CAST(2 AS BIGINT) * t."c_adjusted_budget"
                ) - CASE
                  WHEN t."c_adjusted_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t."c_adjusted_budget__step"
                END AS v21,
                (
                  CAST(2 AS BIGINT) * t."c_adjusted_budget"
                ) + CASE
                  WHEN t."c_adjusted_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t."c_adjusted_budget__step"
                END AS v22
              FROM (
                SELECT
                  a10."c8" AS "a10_c8",
                  a10."c9" AS "a10_c9",
                  a1."c1" AS "a1_c1",
                  a1."c6" AS "a1_c6",
                  a1."c7" AS "a1_c7",
                  a2."c1" AS "a2_c1",
                  a2."c12" AS "a2_c12",
                  a2."c13" AS "a2_c13",
                  a2."c6" AS "a2_c6",
                  a2."c8" AS "a2_c8",
                  a2."c9" AS "a2_c9",
                  a3."c1" AS "a3_c1",
                  a3."c2" AS "a3_c2",
                  a3."c3" AS "a3_c3",
                  a3."c4" AS "a3_c4",
                  a3."c5" AS "a3_c5",
                  a3."c6" AS "a3_c6",
                  a4."c4" AS "a4_c4",
                  a4."c5" AS "a4_c5",
                  a4."c6" AS "a4_c6",
                  a4."c7" AS "a4_c7",
                  a4."c8" AS "a4_c8",
                  a7."c2" AS "a7_c2",
                  a7."c3" AS "a7_c3",
                  a7."c4" AS "a7_c4",
                  a8."c1" AS "a8_c1",
                  a9."c1" AS "a9_c1",
                  a9."c2" AS "a9_c2",
                  a9."c3" AS "a9_c3",
                  c."_to_fill" AS "c__to_fill",
                  c."actual" AS "c_actual",
                  c."actual__step" AS "c_actual__step",
                  c."adjusted_budget" AS "c_adjusted_budget",
                  c."adjusted_budget__step" AS "c_adjusted_budget__step",
                  c."approval__state" AS "c_approval__state",
                  c."carry_in" AS "c_carry_in",
                  c."carry_in__step" AS "c_carry_in__step",
                  c."initial_budget" AS "c_initial_budget",
                  c."initial_budget__step" AS "c_initial_budget__step",
                  c."kind" AS "c_kind",
                  c."parent" AS "c_parent",
                  j5."kind" AS "j5_kind"
                FROM "budget_line" AS c
                LEFT JOIN "budget_line_9" AS a1
                  ON a1."k1" = c."_fact"
                LEFT JOIN "approval_10" AS a2
                  ON a2."k1" = c."_fact"
                LEFT JOIN "budget_line_11" AS a3
                  ON a3."k1" = c."_fact"
                LEFT JOIN "budget_line_1" AS a4
                  ON a4."k1" = COALESCE(c."parent", (
                    -1
                  ))
                LEFT JOIN "budget_line" AS j5
                  ON j5."_fact" = c."parent"
                LEFT JOIN "unit" AS j6
                  ON j6."_case" = c."_case"
                LEFT JOIN "unit_5" AS a7
                  ON a7."k1" = COALESCE(j6."_case", (
                    -1
                  ))
                LEFT JOIN "budget_line_13" AS a8
                  ON a8."k1" = COALESCE(c."parent", (
                    -1
                  ))
                LEFT JOIN "unit_14" AS a9
                  ON a9."k1" = COALESCE(j6."_case", (
                    -1
                  ))
                LEFT JOIN "approval_10" AS a10
                  ON a10."k1" = j5."_fact"
                WHERE
                  NOT (
                    c."parent" IS NULL
                  )
                OFFSET 0
              ) AS t
              OFFSET 0
            ) AS t
            OFFSET 0
          ) AS t
          OFFSET 0
        ) AS t
        OFFSET 0
      ) AS t
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  GROUP BY
    t."c_parent"
), "judged" AS (
  SELECT
    t."s__case" AS "_case",
    t."s__fact" AS "_fact",
    t."s__id" AS "_id",
    CAST(CASE
      WHEN NOT (
        t."v26"
      )
      THEN 'not_applicable'
      WHEN t."v29"
      THEN 'pass'
      WHEN (
        t."v26" IS NULL
      ) OR (
        t."v29" IS NULL
      )
      THEN 'undetermined'
      WHEN (
        NOT (
          (
            CASE WHEN t."v31" <= t."v39" THEN TRUE WHEN t."v30" > t."v40" THEN FALSE END
            OR CASE WHEN t."v42" <= 0 THEN TRUE WHEN t."v41" > 0 THEN FALSE END
          )
          OR (
            CASE WHEN t."v44" <= t."v45" THEN TRUE WHEN t."v43" > t."v46" THEN FALSE END
            AND NULL
          )
        )
      )
      AND (
        (
          (
            (
              (
                t."s_kind" = 'item'
              )
              AND (
                NOT (
                  (
                    (
                      (
                        NOT (
                          t."v1"
                        )
                      ) AND (
                        t."s_initial_budget" IS NULL
                      )
                    )
                    AND (
                      NOT (
                        (
                          NOT (
                            t."s_adjusted_budget" IS NULL
                          )
                        )
                        OR (
                          (
                            COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                          )
                          AND CASE WHEN NOT (
                            t."s_adjusted_budget" IS NULL
                          ) THEN TRUE END
                        )
                      )
                    )
                  )
                  AND CASE WHEN t."v31" <= t."v47" THEN TRUE WHEN t."v30" > t."v48" THEN FALSE END
                )
              )
            )
            OR (
              (
                NOT (
                  t."s_initial_budget" IS NULL
                )
              )
              AND CASE
                WHEN t."a5_c15" > 0
                THEN TRUE
                WHEN (
                  t."s_sub_line__state" = 'complete'
                ) AND (
                  COALESCE(t."a5_c16", 0) = 0
                )
                THEN FALSE
              END
            )
          )
          AND CASE WHEN 0 < t."v30" THEN TRUE WHEN 0 >= t."v31" THEN FALSE END
        )
        AND (
          (
            CASE WHEN t."v50" < t."v30" THEN TRUE WHEN t."v49" >= t."v31" THEN FALSE END
            AND (
              NOT (
                (
                  t."v10" <= (
                    (
                      t."v17" + t."v23"
                    ) + t."v25"
                  )
                )
                AND (
                  (
                    (
                      t."v16" + t."v22"
                    ) + t."v24"
                  ) <= t."v11"
                )
              )
            )
          )
          OR (
            (
              (
                (
                  t."s_adjusted_budget" IS NULL
                )
                AND CASE
                  WHEN COALESCE(t."a8_c11", 0) < 0
                  THEN TRUE
                  WHEN COALESCE(t."a8_c10", 0) >= 0
                  THEN FALSE
                END
              )
              AND CASE WHEN t."v52" < t."v30" THEN TRUE WHEN t."v51" >= t."v31" THEN FALSE END
            )
            AND NULL
          )
        )
      )
      THEN 'fail'
      ELSE 'undetermined'
    END AS VARCHAR) AS "addition-approved",
    CASE
      WHEN t."v68"
      THEN t."v54" - (
        COALESCE(t."a8_c14", 0) + COALESCE(t."a7_c12", 0)
      )
      WHEN NOT (
        t."v68"
      )
      THEN t."v54"
    END AS "addition-approved amount",
    CAST(COALESCE(
      CASE
        WHEN CASE
          WHEN NOT (
            t."s_is_emergency" IS NULL
          )
          THEN t."s_is_emergency"
          ELSE (
            NOT (
              t."s_deviation_reason" IS NULL
            )
          ) AND t."v57"
        END
        THEN 'low'
        WHEN NOT (
          CASE
            WHEN NOT (
              t."s_is_emergency" IS NULL
            )
            THEN t."s_is_emergency"
            ELSE (
              NOT (
                t."s_deviation_reason" IS NULL
              )
            ) AND t."v57"
          END
        )
        THEN CASE
          WHEN t."v54" >= 100000000
          THEN 'high'
          WHEN NOT (
            t."v54" >= 100000000
          )
          THEN CASE
            WHEN t."v54" >= 10000000
            THEN 'medium'
            WHEN NOT (
              t."v54" >= 10000000
            )
            THEN 'low'
          END
        END
      END,
      'high'
    ) AS VARCHAR) AS "addition-approved severity",
    CAST(COALESCE(CASE WHEN t."v68" THEN 'breach' WHEN NOT (
      t."v68"
    ) THEN 'query' END, 'query') AS VARCHAR) AS "addition-approved nature",
    CAST(CASE
      WHEN NOT (
        t."v73"
      )
      THEN 'not_applicable'
      WHEN (
        (
          NOT (
            t."s_is_emergency" IS NULL
          )
        ) AND t."s_is_emergency"
      )
      OR (
        t."v66" AND (
          CAST(LENGTH(t."v61") AS BIGINT) >= 2
        )
      )
      THEN 'pass'
      WHEN (
        t."v73" IS NULL
      )
      OR (
        (
          (
            (
              NOT (
                t."s_is_emergency" IS NULL
              )
            ) AND t."s_is_emergency"
          )
          OR (
            t."v66" AND (
              CAST(LENGTH(t."v61") AS BIGINT) >= 2
            )
          )
        ) IS NULL
      )
      THEN 'undetermined'
      WHEN CASE
        WHEN (
          CAST(105 AS BIGINT) * t."v82"
        ) < (
          CAST(t."v30" AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
        )
        THEN TRUE
        WHEN (
          CAST(105 AS BIGINT) * t."v81"
        ) >= (
          CAST(t."v31" AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
        )
        THEN FALSE
      END
      OR CASE
        WHEN (
          t."v31" * CAST(10 AS BIGINT)
        ) < (
          CAST(9 AS BIGINT) * t."v83"
        )
        THEN TRUE
        WHEN (
          t."v30" * CAST(10 AS BIGINT)
        ) >= (
          CAST(9 AS BIGINT) * t."v84"
        )
        THEN FALSE
      END
      THEN 'fail'
      ELSE 'undetermined'
    END AS VARCHAR) AS "deviation-explained",
    CAST(NULL AS DECIMAL(38, 0)) AS "deviation-explained amount",
    CAST('low' AS VARCHAR) AS "deviation-explained severity",
    CAST(CASE
      WHEN NOT (
        (
          (
            t."s_kind" = 'item'
          ) AND t."s_is_it"
        )
        AND (
          t."s_cost" > 200000000
        )
      )
      THEN 'not_applicable'
      WHEN CASE
        WHEN t."a15_c1" > 0
        THEN TRUE
        WHEN (
          t."s_review__state" = 'complete'
        ) AND (
          COALESCE(t."a15_c2", 0) = 0
        )
        THEN FALSE
      END
      THEN 'pass'
      WHEN (
        (
          (
            (
              t."s_kind" = 'item'
            ) AND t."s_is_it"
          )
          AND (
            t."s_cost" > 200000000
          )
        ) IS NULL
      )
      OR (
        CASE
          WHEN t."a15_c1" > 0
          THEN TRUE
          WHEN (
            t."s_review__state" = 'complete'
          ) AND (
            COALESCE(t."a15_c2", 0) = 0
          )
          THEN FALSE
        END IS NULL
      )
      THEN 'undetermined'
      WHEN CASE WHEN 400000000 < t."v85" THEN TRUE WHEN 400000000 >= t."v86" THEN FALSE END
      THEN 'fail'
      ELSE 'undetermined'
    END AS VARCHAR) AS "it-project-second-review",
    CAST(t."s_cost" AS DECIMAL(38, 0)) AS "it-project-second-review amount",
    CAST('medium' AS VARCHAR) AS "it-project-second-review severity",
    CAST(CASE
      WHEN NOT (
        t."v87"
      )
      THEN 'not_applicable'
      WHEN CASE
        WHEN t."a16_c1" > 0
        THEN FALSE
        WHEN (
          t."s_sub_line__state" = 'complete'
        ) AND (
          COALESCE(t."a16_c2", 0) = 0
        )
        THEN TRUE
      END
      THEN 'pass'
      WHEN (
        t."v87" IS NULL
      )
      OR (
        CASE
          WHEN t."a16_c1" > 0
          THEN FALSE
          WHEN (
            t."s_sub_line__state" = 'complete'
          ) AND (
            COALESCE(t."a16_c2", 0) = 0
          )
          THEN TRUE
        END IS NULL
      )
      THEN 'undetermined'
      WHEN (
        NOT (
          CASE
            WHEN t."a16_c3" > 0
            THEN FALSE
            WHEN (
              t."s_sub_line__state" = 'complete'
            ) AND (
              COALESCE(t."a16_c4", 0) = 0
            )
            THEN TRUE
          END
        )
      )
      AND CASE
        WHEN (
          CAST(2 AS BIGINT) * t."s_actual"
        ) <= (
          CAST(2 AS BIGINT) * t."s_initial_budget"
        )
        THEN TRUE
        WHEN (
          CAST(2 AS BIGINT) * t."s_actual"
        ) > (
          CAST(2 AS BIGINT) * t."s_initial_budget"
        )
        THEN FALSE
      END
      THEN 'fail'
      ELSE 'undetermined'
    END AS VARCHAR) AS "overrun-hidden-in-total",
    CASE
      WHEN (
        t."s_sub_line__state" = 'complete'
      ) AND (
        COALESCE(t."a16_c5", 0) = 0
      )
      THEN COALESCE(t."a16_c6", 0)
    END AS "overrun-hidden-in-total amount",
    CAST('medium' AS VARCHAR) AS "overrun-hidden-in-total severity",
    t."s_parent" AS "_up",
    t."s_sub_line__state" AS "_parts"
  FROM (
    SELECT
      t.*,
      (
        (
          t."v55" AND (
            NOT (
              t."v67"
            )
          )
        )
        AND CASE
          WHEN t."a8_c15" > 0
          THEN FALSE
          WHEN (
            t."s_approval__state" = 'complete'
          ) AND (
            COALESCE(t."a8_c16", 0) = 0
          )
          THEN TRUE
        END
      )
      AND (
        t."s_actual" > (
          (
            (
              t."v7" + t."v8"
            ) + COALESCE(t."a8_c17", 0)
          ) + (
            COALESCE(t."a8_c14", 0) + COALESCE(t."a7_c12", 0)
          )
        )
      ) AS v68
    FROM (
      SELECT
        t.*,
        CASE
          WHEN t."v53"
          THEN (
            (
              (
                t."s_actual" - t."v7"
              ) - t."v8"
            ) - (
              COALESCE(t."a8_c1", 0) + COALESCE(t."a9_c1", 0)
            )
          ) - (
            (
              (
                t."v27" + t."v28"
              ) + COALESCE(t."a9_c2", 0)
            ) + t."a11_c1"
          )
          WHEN NOT (
            t."v53"
          )
          THEN (
            (
              t."s_actual" - t."v7"
            ) - t."v8"
          ) - (
            COALESCE(t."a8_c1", 0) + COALESCE(t."a9_c1", 0)
          )
        END AS v54,
        CASE
          WHEN NOT (
            t."s_is_emergency" IS NULL
          )
          THEN t."s_is_emergency"
          ELSE (
            (
              (
                (
                  NOT (
                    t."s_deviation_reason" IS NULL
                  )
                ) AND t."v57"
              )
              OR t."v64"
            )
            OR (
              (
                NOT (
                  t."v65"
                )
              ) IS NULL
            )
          )
          OR (
            (
              NOT (
                t."v66"
              )
            ) IS NULL
          )
        END AS v67
      FROM (
        SELECT
          t.*,
          (
            (
              (
                (
                  (
                    t."s_kind" = 'item'
                  ) AND (
                    NOT (
                      t."v6"
                    )
                  )
                )
                OR (
                  (
                    NOT (
                      t."s_initial_budget" IS NULL
                    )
                  )
                  AND CASE
                    WHEN t."a5_c4" > 0
                    THEN TRUE
                    WHEN (
                      t."s_sub_line__state" = 'complete'
                    ) AND (
                      COALESCE(t."a5_c5", 0) = 0
                    )
                    THEN FALSE
                  END
                )
              )
              AND (
                (
                  NOT (
                    t."s_initial_budget" IS NULL
                  )
                )
                OR (
                  t."s_adjusted_budget" IS NULL
                )
              )
            )
            AND (
              t."s_actual" > 0
            )
          )
          AND (
            (
              (
                t."s_actual" > (
                  (
                    t."v7" + t."v8"
                  ) + t."v9"
                )
              )
              AND (
                NOT (
                  (
                    t."v10" <= (
                      (
                        t."v17" + t."v23"
                      ) + t."v25"
                    )
                  )
                  AND (
                    (
                      (
                        t."v16" + t."v22"
                      ) + t."v24"
                    ) <= t."v11"
                  )
                )
              )
            )
            OR (
              (
                (
                  (
                    t."s_adjusted_budget" IS NULL
                  ) AND (
                    COALESCE(t."a8_c4", 0) < 0
                  )
                )
                AND (
                  t."s_actual" > (
                    (
                      (
                        t."v7" + t."v8"
                      ) + t."v9"
                    ) + COALESCE(t."a8_c4", 0)
                  )
                )
              )
              AND NULL
            )
          ) AS v26,
          (
            (
              t."s_actual" <= (
                (
                  t."v7" + t."v8"
                ) + CASE
                  WHEN (
                    t."s_approval__state" = 'complete'
                  ) AND (
                    COALESCE(t."a8_c5", 0) = 0
                  )
                  THEN COALESCE(t."a8_c1", 0)
                END
              )
            )
            OR (
              (
                (
                  (
                    (
                      t."s_actual" - t."v7"
                    ) - t."v8"
                  ) - (
                    COALESCE(t."a8_c1", 0) + COALESCE(t."a9_c1", 0)
                  )
                ) - COALESCE(t."a8_c4", 0)
              ) <= 0
            )
          )
          OR (
            (
              (
                (
                  (
                    t."s_actual" - t."v7"
                  ) - t."v8"
                ) - (
                  COALESCE(t."a8_c1", 0) + COALESCE(t."a9_c1", 0)
                )
              ) <= (
                (
                  (
                    t."v27" + t."v28"
                  ) + COALESCE(t."a9_c2", 0)
                ) + t."a11_c1"
              )
            )
            AND NULL
          ) AS v29,
          (
            CASE
              WHEN NOT (
                t."s_initial_budget" IS NULL
              )
              THEN t."v32"
              ELSE CASE
                WHEN (
                  NOT (
                    t."s_adjusted_budget" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                )
                THEN t."v34"
                WHEN NOT (
                  (
                    NOT (
                      t."s_adjusted_budget" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                  )
                )
                THEN CASE WHEN t."v36" THEN CAST(0 AS BIGINT) WHEN NOT (
                  t."v36"
                ) THEN t."v32" END
              END
            END + CASE
              WHEN (
                NOT (
                  t."s_carry_in" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
              )
              THEN CAST(CASE
                WHEN NOT (
                  t."s_carry_in" IS NULL
                )
                THEN CASE
                  WHEN t."v37" >= 0
                  THEN t."v37"
                  WHEN NOT (
                    t."v37" >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS DECIMAL(38, 0))
              WHEN NOT (
                (
                  NOT (
                    t."s_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                )
              )
              THEN COALESCE(t."a7_c6", 0)
            END
          ) + CASE
            WHEN (
              t."s_approval__state" = 'complete'
            ) AND (
              COALESCE(t."a8_c7", 0) = 0
            )
            THEN COALESCE(t."a8_c8", 0)
          END AS v39,
          (
            CASE
              WHEN NOT (
                t."s_initial_budget" IS NULL
              )
              THEN t."v33"
              ELSE CASE
                WHEN (
                  NOT (
                    t."s_adjusted_budget" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                )
                THEN t."v35"
                WHEN NOT (
                  (
                    NOT (
                      t."s_adjusted_budget" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                  )
                )
                THEN CASE WHEN t."v36" THEN CAST(0 AS BIGINT) WHEN NOT (
                  t."v36"
                ) THEN t."v33" END
              END
            END + CASE
              WHEN (
                NOT (
                  t."s_carry_in" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
              )
              THEN CAST(CASE
                WHEN NOT (
                  t."s_carry_in" IS NULL
                )
                THEN CASE
                  WHEN t."v38" >= 0
                  THEN t."v38"
                  WHEN NOT (
                    t."v38" >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS DECIMAL(38, 0))
              WHEN NOT (
                (
                  NOT (
                    t."s_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                )
              )
              THEN COALESCE(t."a7_c7", 0)
            END
          ) + CASE
            WHEN (
              t."s_approval__state" = 'complete'
            ) AND (
              COALESCE(t."a8_c7", 0) = 0
            )
            THEN COALESCE(t."a8_c9", 0)
          END AS v40,
          (
            (
              (
                t."v30" - CASE
                  WHEN NOT (
                    t."s_initial_budget" IS NULL
                  )
                  THEN t."v33"
                  ELSE CASE
                    WHEN (
                      NOT (
                        t."s_adjusted_budget" IS NULL
                      )
                    )
                    OR (
                      COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                    )
                    THEN t."v35"
                    WHEN NOT (
                      (
                        NOT (
                          t."s_adjusted_budget" IS NULL
                        )
                      )
                      OR (
                        COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                      )
                    )
                    THEN CASE WHEN t."v36" THEN CAST(0 AS BIGINT) WHEN NOT (
                      t."v36"
                    ) THEN t."v33" END
                  END
                END
              ) - CASE
                WHEN (
                  NOT (
                    t."s_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                )
                THEN CAST(CASE
                  WHEN NOT (
                    t."s_carry_in" IS NULL
                  )
                  THEN CASE
                    WHEN t."v38" >= 0
                    THEN t."v38"
                    WHEN NOT (
                      t."v38" >= 0
                    )
                    THEN CAST(0 AS BIGINT)
                  END
                  ELSE CAST(0 AS BIGINT)
                END AS DECIMAL(38, 0))
                WHEN NOT (
                  (
                    NOT (
                      t."s_carry_in" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                  )
                )
                THEN COALESCE(t."a7_c7", 0)
              END
            ) - (
              COALESCE(t."a8_c9", 0) + COALESCE(t."a9_c4", 0)
            )
          ) - COALESCE(t."a8_c11", 0) AS v41,
          (
            (
              (
                t."v31" - CASE
                  WHEN NOT (
                    t."s_initial_budget" IS NULL
                  )
                  THEN t."v32"
                  ELSE CASE
                    WHEN (
                      NOT (
                        t."s_adjusted_budget" IS NULL
                      )
                    )
                    OR (
                      COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                    )
                    THEN t."v34"
                    WHEN NOT (
                      (
                        NOT (
                          t."s_adjusted_budget" IS NULL
                        )
                      )
                      OR (
                        COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                      )
                    )
                    THEN CASE WHEN t."v36" THEN CAST(0 AS BIGINT) WHEN NOT (
                      t."v36"
                    ) THEN t."v32" END
                  END
                END
              ) - CASE
                WHEN (
                  NOT (
                    t."s_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                )
                THEN CAST(CASE
                  WHEN NOT (
                    t."s_carry_in" IS NULL
                  )
                  THEN CASE
                    WHEN t."v37" >= 0
                    THEN t."v37"
                    WHEN NOT (
                      t."v37" >= 0
                    )
                    THEN CAST(0 AS BIGINT)
                  END
                  ELSE CAST(0 AS BIGINT)
                END AS DECIMAL(38, 0))
                WHEN NOT (
                  (
                    NOT (
                      t."s_carry_in" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                  )
                )
                THEN COALESCE(t."a7_c6", 0)
              END
            ) - (
              COALESCE(t."a8_c8", 0) + COALESCE(t."a9_c3", 0)
            )
          ) - COALESCE(t."a8_c10", 0) AS v42,
          (
            (
              t."v30" - CASE
                WHEN NOT (
                  t."s_initial_budget" IS NULL
                )
                THEN t."v33"
                ELSE CASE
                  WHEN (
                    NOT (
                      t."s_adjusted_budget" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                  )
                  THEN t."v35"
                  WHEN NOT (
                    (
                      NOT (
                        t."s_adjusted_budget" IS NULL
                      )
                    )
                    OR (
                      COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                    )
                  )
                  THEN CASE WHEN t."v36" THEN CAST(0 AS BIGINT) WHEN NOT (
                    t."v36"
                  ) THEN t."v33" END
                END
              END
            ) - CASE
              WHEN (
                NOT (
                  t."s_carry_in" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
              )
              THEN CAST(CASE
                WHEN NOT (
                  t."s_carry_in" IS NULL
                )
                THEN CASE
                  WHEN t."v38" >= 0
                  THEN t."v38"
                  WHEN NOT (
                    t."v38" >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS DECIMAL(38, 0))
              WHEN NOT (
                (
                  NOT (
                    t."s_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                )
              )
              THEN COALESCE(t."a7_c7", 0)
            END
          ) - (
            COALESCE(t."a8_c9", 0) + COALESCE(t."a9_c4", 0)
          ) AS v43,
          (
            (
              t."v31" - CASE
                WHEN NOT (
                  t."s_initial_budget" IS NULL
                )
                THEN t."v32"
                ELSE CASE
                  WHEN (
                    NOT (
                      t."s_adjusted_budget" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                  )
                  THEN t."v34"
                  WHEN NOT (
                    (
                      NOT (
                        t."s_adjusted_budget" IS NULL
                      )
                    )
                    OR (
                      COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                    )
                  )
                  THEN CASE WHEN t."v36" THEN CAST(0 AS BIGINT) WHEN NOT (
                    t."v36"
                  ) THEN t."v32" END
                END
              END
            ) - CASE
              WHEN (
                NOT (
                  t."s_carry_in" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
              )
              THEN CAST(CASE
                WHEN NOT (
                  t."s_carry_in" IS NULL
                )
                THEN CASE
                  WHEN t."v37" >= 0
                  THEN t."v37"
                  WHEN NOT (
                    t."v37" >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS DECIMAL(38, 0))
              WHEN NOT (
                (
                  NOT (
                    t."s_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                )
              )
              THEN COALESCE(t."a7_c6", 0)
            END
          ) - (
            COALESCE(t."a8_c8", 0) + COALESCE(t."a9_c3", 0)
          ) AS v44,
          (
            CASE
              WHEN NOT (
                t."s_initial_budget" IS NULL
              )
              THEN t."v32"
              ELSE CASE
                WHEN (
                  NOT (
                    t."s_adjusted_budget" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                )
                THEN t."v34"
                WHEN NOT (
                  (
                    NOT (
                      t."s_adjusted_budget" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                  )
                )
                THEN CASE WHEN t."v36" THEN CAST(0 AS BIGINT) WHEN NOT (
                  t."v36"
                ) THEN t."v32" END
              END
            END + CASE
              WHEN (
                NOT (
                  t."s_carry_in" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
              )
              THEN CAST(CASE
                WHEN NOT (
                  t."s_carry_in" IS NULL
                )
                THEN CASE
                  WHEN t."v37" >= 0
                  THEN t."v37"
                  WHEN NOT (
                    t."v37" >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS DECIMAL(38, 0))
              WHEN NOT (
                (
                  NOT (
                    t."s_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                )
              )
              THEN COALESCE(t."a7_c6", 0)
            END
          ) + CASE
            WHEN NOT (
              t."s_adjusted_budget" IS NULL
            )
            THEN CAST(0 AS DECIMAL(38, 0))
            ELSE CASE
              WHEN COALESCE(t."a8_c8", 0) <= 0
              THEN COALESCE(t."a8_c8", 0)
              WHEN NOT (
                COALESCE(t."a8_c8", 0) <= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
          END AS v49,
          (
            CASE
              WHEN NOT (
                t."s_initial_budget" IS NULL
              )
              THEN t."v33"
              ELSE CASE
                WHEN (
                  NOT (
                    t."s_adjusted_budget" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                )
                THEN t."v35"
                WHEN NOT (
                  (
                    NOT (
                      t."s_adjusted_budget" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                  )
                )
                THEN CASE WHEN t."v36" THEN CAST(0 AS BIGINT) WHEN NOT (
                  t."v36"
                ) THEN t."v33" END
              END
            END + CASE
              WHEN (
                NOT (
                  t."s_carry_in" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
              )
              THEN CAST(CASE
                WHEN NOT (
                  t."s_carry_in" IS NULL
                )
                THEN CASE
                  WHEN t."v38" >= 0
                  THEN t."v38"
                  WHEN NOT (
                    t."v38" >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS DECIMAL(38, 0))
              WHEN NOT (
                (
                  NOT (
                    t."s_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                )
              )
              THEN COALESCE(t."a7_c7", 0)
            END
          ) + CASE
            WHEN NOT (
              t."s_adjusted_budget" IS NULL
            )
            THEN CAST(0 AS DECIMAL(38, 0))
            ELSE CASE
              WHEN COALESCE(t."a8_c9", 0) <= 0
              THEN COALESCE(t."a8_c9", 0)
              WHEN NOT (
                COALESCE(t."a8_c9", 0) <= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
          END AS v50,
          (
            (
              CASE
                WHEN NOT (
                  t."s_initial_budget" IS NULL
                )
                THEN t."v32"
                ELSE CASE
                  WHEN (
                    NOT (
                      t."s_adjusted_budget" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                  )
                  THEN t."v34"
                  WHEN NOT (
                    (
                      NOT (
                        t."s_adjusted_budget" IS NULL
                      )
                    )
                    OR (
                      COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                    )
                  )
                  THEN CASE WHEN t."v36" THEN CAST(0 AS BIGINT) WHEN NOT (
                    t."v36"
                  ) THEN t."v32" END
                END
              END + CASE
                WHEN (
                  NOT (
                    t."s_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                )
                THEN CAST(CASE
                  WHEN NOT (
                    t."s_carry_in" IS NULL
                  )
                  THEN CASE
                    WHEN t."v37" >= 0
                    THEN t."v37"
                    WHEN NOT (
                      t."v37" >= 0
                    )
                    THEN CAST(0 AS BIGINT)
                  END
                  ELSE CAST(0 AS BIGINT)
                END AS DECIMAL(38, 0))
                WHEN NOT (
                  (
                    NOT (
                      t."s_carry_in" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                  )
                )
                THEN COALESCE(t."a7_c6", 0)
              END
            ) + CASE
              WHEN NOT (
                t."s_adjusted_budget" IS NULL
              )
              THEN CAST(0 AS DECIMAL(38, 0))
              ELSE CASE
                WHEN COALESCE(t."a8_c8", 0) <= 0
                THEN COALESCE(t."a8_c8", 0)
                WHEN NOT (
                  COALESCE(t."a8_c8", 0) <= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            END
          ) + COALESCE(t."a8_c10", 0) AS v51,
          (
            (
              CASE
                WHEN NOT (
                  t."s_initial_budget" IS NULL
                )
                THEN t."v33"
                ELSE CASE
                  WHEN (
                    NOT (
                      t."s_adjusted_budget" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                  )
                  THEN t."v35"
                  WHEN NOT (
                    (
                      NOT (
                        t."s_adjusted_budget" IS NULL
                      )
                    )
                    OR (
                      COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                    )
                  )
                  THEN CASE WHEN t."v36" THEN CAST(0 AS BIGINT) WHEN NOT (
                    t."v36"
                  ) THEN t."v33" END
                END
              END + CASE
                WHEN (
                  NOT (
                    t."s_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                )
                THEN CAST(CASE
                  WHEN NOT (
                    t."s_carry_in" IS NULL
                  )
                  THEN CASE
                    WHEN t."v38" >= 0
                    THEN t."v38"
                    WHEN NOT (
                      t."v38" >= 0
                    )
                    THEN CAST(0 AS BIGINT)
                  END
                  ELSE CAST(0 AS BIGINT)
                END AS DECIMAL(38, 0))
                WHEN NOT (
                  (
                    NOT (
                      t."s_carry_in" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                  )
                )
                THEN COALESCE(t."a7_c7", 0)
              END
            ) + CASE
              WHEN NOT (
                t."s_adjusted_budget" IS NULL
              )
              THEN CAST(0 AS DECIMAL(38, 0))
              ELSE CASE
                WHEN COALESCE(t."a8_c9", 0) <= 0
                THEN COALESCE(t."a8_c9", 0)
                WHEN NOT (
                  COALESCE(t."a8_c9", 0) <= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            END
          ) + COALESCE(t."a8_c11", 0) AS v52,
          (
            (
              (
                t."s_actual" - t."v7"
              ) - t."v8"
            ) - (
              COALESCE(t."a8_c1", 0) + COALESCE(t."a9_c1", 0)
            )
          ) > (
            (
              (
                t."v27" + t."v28"
              ) + COALESCE(t."a9_c2", 0)
            ) + t."a11_c1"
          ) AS v53,
          (
            NOT (
              t."s_deviation_reason" IS NULL
            )
          )
          AND (
            t."v59"
            OR (
              (
                CAST(LENGTH(t."v61") AS BIGINT) >= 2
              )
              AND (
                NOT (
                  t."v62" OR t."v63"
                )
              )
            )
          ) AS v64,
          (
            (
              t."s_kind" = 'item'
            )
            AND (
              (
                (
                  CAST(t."s_actual" AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
                ) > (
                  (
                    (
                      t."v71" + t."v5"
                    ) + t."v27"
                  ) * CAST(105 AS BIGINT)
                )
              )
              OR (
                (
                  t."s_actual" * CAST(10 AS BIGINT)
                ) < (
                  t."v71" * CAST(9 AS BIGINT)
                )
              )
            )
          )
          AND (
            (
              (
                NOT (
                  t."s_adjusted_budget" IS NULL
                )
              )
              OR (
                NOT (
                  t."s_added_budget" IS NULL
                )
              )
            )
            OR (
              NOT (
                t."v72"
              )
            )
          ) AS v73
        FROM (
          SELECT
            t.*,
            (
              (
                (
                  NOT (
                    t."v1"
                  )
                ) AND (
                  t."s_initial_budget" IS NULL
                )
              )
              AND (
                NOT (
                  t."v2"
                )
              )
            )
            AND (
              t."s_actual" <= (
                t."v4" + t."v5"
              )
            ) AS v6,
            CASE
              WHEN NOT (
                t."s_initial_budget" IS NULL
              )
              THEN t."s_initial_budget"
              ELSE CASE
                WHEN (
                  NOT (
                    t."s_adjusted_budget" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                )
                THEN t."s_adjusted_budget"
                WHEN NOT (
                  (
                    NOT (
                      t."s_adjusted_budget" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                  )
                )
                THEN CASE
                  WHEN (
                    (
                      NOT (
                        t."v1"
                      )
                    ) AND t."a6_c1"
                  ) AND (
                    t."v4" <= 0
                  )
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    (
                      (
                        NOT (
                          t."v1"
                        )
                      ) AND t."a6_c1"
                    ) AND (
                      t."v4" <= 0
                    )
                  )
                  THEN t."s_initial_budget"
                END
              END
            END AS v7,
            CASE
              WHEN NOT (
                t."s_initial_budget" IS NULL
              )
              THEN t."v12"
              ELSE CASE
                WHEN (
                  NOT (
                    t."s_adjusted_budget" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                )
                THEN t."v14"
                WHEN NOT (
                  (
                    NOT (
                      t."s_adjusted_budget" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                  )
                )
                THEN CASE
                  WHEN (
                    (
                      NOT (
                        t."v1"
                      )
                    ) AND t."a6_c1"
                  ) AND (
                    t."v4" <= 0
                  )
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    (
                      (
                        NOT (
                          t."v1"
                        )
                      ) AND t."a6_c1"
                    ) AND (
                      t."v4" <= 0
                    )
                  )
                  THEN t."v12"
                END
              END
            END AS v16,
            CASE
              WHEN NOT (
                t."s_initial_budget" IS NULL
              )
              THEN t."v13"
              ELSE CASE
                WHEN (
                  NOT (
                    t."s_adjusted_budget" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                )
                THEN t."v15"
                WHEN NOT (
                  (
                    NOT (
                      t."s_adjusted_budget" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                  )
                )
                THEN CASE
                  WHEN (
                    (
                      NOT (
                        t."v1"
                      )
                    ) AND t."a6_c1"
                  ) AND (
                    t."v4" <= 0
                  )
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    (
                      (
                        NOT (
                          t."v1"
                        )
                      ) AND t."a6_c1"
                    ) AND (
                      t."v4" <= 0
                    )
                  )
                  THEN t."v13"
                END
              END
            END AS v17,
            CASE
              WHEN (
                NOT (
                  t."s_carry_in" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
              )
              THEN CAST(t."v20" AS DECIMAL(38, 0))
              WHEN NOT (
                (
                  NOT (
                    t."s_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                )
              )
              THEN COALESCE(t."a7_c2", 0)
            END AS v22,
            CASE
              WHEN (
                NOT (
                  t."s_carry_in" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
              )
              THEN CAST(t."v21" AS DECIMAL(38, 0))
              WHEN NOT (
                (
                  NOT (
                    t."s_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                )
              )
              THEN COALESCE(t."a7_c3", 0)
            END AS v23,
            (
              (
                NOT (
                  t."v1"
                )
              ) AND t."a6_c2"
            )
            AND CASE
              WHEN (
                CAST(2 AS BIGINT) * t."v4"
              ) <= 0
              THEN TRUE
              WHEN (
                CAST(2 AS BIGINT) * t."v4"
              ) > 0
              THEN FALSE
            END AS v36,
            t."v58" ~ '不可抗力|不明原因|健康监测|健康观察|强降雨|无害化|防护服|上访|丢失|中断|中毒|事件|事故|传染|伤亡|伤人|低温|侧翻|倒伏|倒房|倒灌|倾倒|停水|决堤|凶杀|劝返|危及|危房|发烧|发热|受伤|受损|口罩|台风|命案|善后|大风|失火|失联|失踪|密接|寒潮|少雨|山体|山火|开裂|恐怖|意外|感染|扑杀|扑火|投毒|抛锚|损坏|排危|援沪|援鄂|搜寻|撤离|断水|断电|新冠|核酸|毒气|污染|沉没|沉船|泄漏|泄露|流感|海啸|消杀|渗漏|溢油|溺水|滞留|漫堤|火情|灭火|狂犬|疏散|疑似|疯狗|病例|病害|病死|病虫|着火|砸伤|确诊|积水|管控|管涌|维稳|缠访|聚集|脱轨|腹泻|舆情|落石|虫害|被困|裂缝|触电|讨薪|踩踏|遇难|重建|闭环|闹访|阳性|降水|隔离|雷击|静默|飓风|驰援|高温|冰|冻|坍|坠|垮|塌|急|抢|救|旱|暴|毁|汛|洪|涝|淹|溃|灾|爆|疫|突|袭|险|陷|雪|雹|震' AS v59,
            CASE
              WHEN NOT (
                t."s_adjusted_budget" IS NULL
              )
              THEN CAST(t."s_adjusted_budget" AS DECIMAL(38, 0))
              ELSE CASE
                WHEN NOT (
                  t."s_added_budget" IS NULL
                )
                THEN CAST(t."s_initial_budget" + t."s_added_budget" AS DECIMAL(38, 0))
                ELSE CASE
                  WHEN t."v70"
                  THEN (
                    t."s_initial_budget" + CASE
                      WHEN (
                        t."s_approval__state" = 'complete'
                      ) AND (
                        COALESCE(t."a8_c5", 0) = 0
                      )
                      THEN COALESCE(t."a8_c1", 0)
                    END
                  ) + CAST(NULL AS BIGINT)
                  WHEN NOT (
                    t."v70"
                  )
                  THEN t."s_initial_budget" + (
                    COALESCE(t."a8_c1", 0) + COALESCE(t."a9_c1", 0)
                  )
                END
              END
            END AS v71,
            (
              CASE
                WHEN NOT (
                  t."s_adjusted_budget" IS NULL
                )
                THEN CAST(t."v34" AS DECIMAL(38, 0))
                ELSE CASE
                  WHEN NOT (
                    t."s_added_budget" IS NULL
                  )
                  THEN CAST(t."v32" + t."v74" AS DECIMAL(38, 0))
                  ELSE CASE
                    WHEN t."v80"
                    THEN (
                      t."v32" + CASE
                        WHEN (
                          t."s_approval__state" = 'complete'
                        ) AND (
                          COALESCE(t."a8_c7", 0) = 0
                        )
                        THEN COALESCE(t."a8_c8", 0)
                      END
                    ) + (
                      CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
                    )
                    WHEN NOT (
                      t."v80"
                    )
                    THEN t."v32" + (
                      COALESCE(t."a8_c8", 0) + COALESCE(t."a9_c3", 0)
                    )
                  END
                END
              END + CASE
                WHEN NOT (
                  t."s_carry_in" IS NULL
                )
                THEN CASE
                  WHEN t."v37" >= 0
                  THEN t."v37"
                  WHEN NOT (
                    t."v37" >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END
            ) + CASE
              WHEN t."s_kind" <> 'item'
              THEN CASE
                WHEN NOT (
                  t."j4_kind" IS NULL
                )
                THEN CASE
                  WHEN (
                    (
                      COALESCE(t."a12_c8", 0) + t."a2_c5"
                    ) + t."a2_c7"
                  ) >= 0
                  THEN (
                    COALESCE(t."a12_c8", 0) + t."a2_c5"
                  ) + t."a2_c7"
                  WHEN NOT (
                    (
                      (
                        COALESCE(t."a12_c8", 0) + t."a2_c5"
                      ) + t."a2_c7"
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                ELSE CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                t."s_kind" <> 'item'
              )
              THEN CASE
                WHEN t."a10_c1"
                THEN t."a3_c3" + CASE
                  WHEN (
                    (
                      COALESCE(t."a12_c8", 0) + t."a2_c5"
                    ) + t."a2_c7"
                  ) >= 0
                  THEN (
                    COALESCE(t."a12_c8", 0) + t."a2_c5"
                  ) + t."a2_c7"
                  WHEN NOT (
                    (
                      (
                        COALESCE(t."a12_c8", 0) + t."a2_c5"
                      ) + t."a2_c7"
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  t."a10_c1"
                )
                THEN t."a3_c3"
              END
            END AS v81,
            (
              CASE
                WHEN NOT (
                  t."s_adjusted_budget" IS NULL
                )
                THEN CAST(t."v35" AS DECIMAL(38, 0))
                ELSE CASE
                  WHEN NOT (
                    t."s_added_budget" IS NULL
                  )
                  THEN CAST(t."v33" + t."v75" AS DECIMAL(38, 0))
                  ELSE CASE
                    WHEN t."v80"
                    THEN (
                      t."v33" + CASE
                        WHEN (
                          t."s_approval__state" = 'complete'
                        ) AND (
                          COALESCE(t."a8_c7", 0) = 0
                        )
                        THEN COALESCE(t."a8_c9", 0)
                      END
                    ) + (
                      CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
                    )
                    WHEN NOT (
                      t."v80"
                    )
                    THEN t."v33" + (
                      COALESCE(t."a8_c9", 0) + COALESCE(t."a9_c4", 0)
                    )
                  END
                END
              END + CASE
                WHEN NOT (
                  t."s_carry_in" IS NULL
                )
                THEN CASE
                  WHEN t."v38" >= 0
                  THEN t."v38"
                  WHEN NOT (
                    t."v38" >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END
            ) + CASE
              WHEN t."s_kind" <> 'item'
              THEN CASE
                WHEN NOT (
                  t."j4_kind" IS NULL
                )
                THEN CASE
                  WHEN (
                    (
                      COALESCE(t."a12_c9", 0) + t."a2_c6"
                    ) + t."a2_c8"
                  ) >= 0
                  THEN (
                    COALESCE(t."a12_c9", 0) + t."a2_c6"
                  ) + t."a2_c8"
                  WHEN NOT (
                    (
                      (
                        COALESCE(t."a12_c9", 0) + t."a2_c6"
                      ) + t."a2_c8"
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                ELSE CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                t."s_kind" <> 'item'
              )
              THEN CASE
                WHEN t."a10_c1"
                THEN t."a3_c4" + CASE
                  WHEN (
                    (
                      COALESCE(t."a12_c9", 0) + t."a2_c6"
                    ) + t."a2_c8"
                  ) >= 0
                  THEN (
                    COALESCE(t."a12_c9", 0) + t."a2_c6"
                  ) + t."a2_c8"
                  WHEN NOT (
                    (
                      (
                        COALESCE(t."a12_c9", 0) + t."a2_c6"
                      ) + t."a2_c8"
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  t."a10_c1"
                )
                THEN t."a3_c4"
              END
            END AS v82,
            CASE
              WHEN NOT (
                t."s_adjusted_budget" IS NULL
              )
              THEN CAST(t."v34" AS DECIMAL(38, 0))
              ELSE CASE
                WHEN NOT (
                  t."s_added_budget" IS NULL
                )
                THEN CAST(t."v32" + t."v74" AS DECIMAL(38, 0))
                ELSE CASE
                  WHEN t."v80"
                  THEN (
                    t."v32" + CASE
                      WHEN (
                        t."s_approval__state" = 'complete'
                      ) AND (
                        COALESCE(t."a8_c7", 0) = 0
                      )
                      THEN COALESCE(t."a8_c8", 0)
                    END
                  ) + (
                    CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
                  )
                  WHEN NOT (
                    t."v80"
                  )
                  THEN t."v32" + (
                    COALESCE(t."a8_c8", 0) + COALESCE(t."a9_c3", 0)
                  )
                END
              END
            END AS v83,
            CASE
              WHEN NOT (
                t."s_adjusted_budget" IS NULL
              )
              THEN CAST(t."v35" AS DECIMAL(38, 0))
              ELSE CASE
                WHEN NOT (
                  t."s_added_budget" IS NULL
                )
                THEN CAST(t."v33" + t."v75" AS DECIMAL(38, 0))
                ELSE CASE
                  WHEN t."v80"
                  THEN (
                    t."v33" + CASE
                      WHEN (
                        t."s_approval__state" = 'complete'
                      ) AND (
                        COALESCE(t."a8_c7", 0) = 0
                      )
                      THEN COALESCE(t."a8_c9", 0)
                    END
                  ) + (
                    CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
                  )
                  WHEN NOT (
                    t."v80"
                  )
                  THEN t."v33" + (
                    COALESCE(t."a8_c9", 0) + COALESCE(t."a9_c4", 0)
                  )
                END
              END
            END AS v84
          FROM (
            SELECT
              t.*,
              CASE
                WHEN NOT (
                  t."j4_kind" IS NULL
                )
                THEN t."a2_c1"
                ELSE CAST(CASE
                  WHEN t."v3"
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    t."v3"
                  )
                  THEN CASE
                    WHEN t."a3_c1" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      t."a3_c1" = 0
                    )
                    THEN t."s_initial_budget"
                  END
                END AS DECIMAL(38, 0))
              END AS v4,
              CASE
                WHEN (
                  NOT (
                    t."s_carry_in" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                )
                THEN CAST(t."v5" AS DECIMAL(38, 0))
                WHEN NOT (
                  (
                    NOT (
                      t."s_carry_in" IS NULL
                    )
                  )
                  OR (
                    COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                  )
                )
                THEN COALESCE(t."a7_c1", 0)
              END AS v8,
              CASE
                WHEN NOT (
                  t."s_carry_in" IS NULL
                )
                THEN CASE
                  WHEN t."v18" >= 0
                  THEN t."v18"
                  WHEN NOT (
                    t."v18" >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS v20,
              CASE
                WHEN NOT (
                  t."s_carry_in" IS NULL
                )
                THEN CASE
                  WHEN t."v19" >= 0
                  THEN t."v19"
                  WHEN NOT (
                    t."v19" >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS v21,
              CASE
                WHEN NOT (
                  t."j4_kind" IS NULL
                )
                THEN t."a2_c9"
                ELSE CAST(CASE
                  WHEN t."v3"
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    t."v3"
                  )
                  THEN CASE WHEN t."a3_c5" THEN CAST(0 AS BIGINT) WHEN NOT (
                    t."a3_c5"
                  ) THEN t."v32" END
                END AS DECIMAL(38, 0))
              END + CASE
                WHEN NOT (
                  t."s_carry_in" IS NULL
                )
                THEN CASE
                  WHEN t."v37" >= 0
                  THEN t."v37"
                  WHEN NOT (
                    t."v37" >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS v47,
              CASE
                WHEN NOT (
                  t."j4_kind" IS NULL
                )
                THEN t."a2_c10"
                ELSE CAST(CASE
                  WHEN t."v3"
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    t."v3"
                  )
                  THEN CASE WHEN t."a3_c5" THEN CAST(0 AS BIGINT) WHEN NOT (
                    t."a3_c5"
                  ) THEN t."v33" END
                END AS DECIMAL(38, 0))
              END + CASE
                WHEN NOT (
                  t."s_carry_in" IS NULL
                )
                THEN CASE
                  WHEN t."v38" >= 0
                  THEN t."v38"
                  WHEN NOT (
                    t."v38" >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS v48,
              t."v56" ~ '手足口病暴发|传染病暴发|危化品泄漏|H1N1|H5N1|H5N6|H7N9|不可抗力|事故善后|事故处置|健康驿站|全员检测|冠状病毒|堤坝出险|堤防出险|大坝出险|密切接触|恐怖袭击|新型冠状|水库出险|污染事件|油品泄漏|泄漏事故|泄漏处置|流感暴发|流感爆发|煤气泄漏|燃气泄漏|瓦斯事故|疫病暴发|病毒暴发|病毒爆发|透水事故|隔离管控|隔离观察|隔离酒店|集中隔离|静默管理|食物中毒|口蹄疫|埃博拉|堰塞湖|大筛查|大雪封|强降雨|暴发疫|沙尘暴|泥石流|特大灾|登革热|禽流感|隔离点|风暴潮|龙卷风|余震|倒塌|倒房|内涝|冰冻|冰凌|冰灾|冰雹|冲垮|冲断|冲毁|决口|冻灾|冻雨|凌汛|凝冻|受灾|台风|地陷|地震|坍塌|垮塌|塌方|塌陷|失联|密接|寒潮|封控|山洪|山火|崩塌|巡堤|干旱|应急|扑杀|抗旱|抗洪|抗灾|抗疫|抗震|抢修|抢护|抢救|抢通|抢险|援沪|援鄂|搜救|救援|救灾|新冠|方舱|旱情|旱灾|暴雨|暴雪|查险|核酸|水毁|水灾|汛情|沉船|泄洪|洪水|洪涝|洪灾|流调|海啸|涉疫|淹没|溃口|溃坝|溃堤|滑坡|漫堤|火情|火灾|灾后|灾害|灾情|灾毁|灾民|爆炸|爆燃|爆管|爆裂|猪瘟|猴痘|甲流|疫区|疫情|疫点|矿难|突发|管涌|紧急|落石|虫灾|蝗灾|融雪|被淹|诺如|赈灾|遇险|遭灾|防疫|除冰|除险|险情|雨雪|雪灾|雷击|雷暴|雹灾|震后|震灾|霍乱|霜冻|非典|风灾|风雹|鼠疫' AS v57,
              REGEXP_REPLACE(
                t."v56",
                '沉陷区治理规划|积水点改造规划|核酸自愿检测|污染防治攻坚|传染病医院|传染病报告|救护车保险|救护车年检|污染源普查|事件营销|产业聚集|人才聚集|停水电费|冰雪运动|口罩生产|急救培训|急救知识|扬尘管控|救助管理|汛期值班|灭火演练|疾病预防|病虫测报|聚集产业|重建政务|重建系统|重建网站|防控中心|意外险|救助站|案事件|洪山区|灭火器|责任险|保险|冰场|冰柜|冰箱|冷冻|急诊|急需|抢先|抢占|抢抓|抢答|旱厕|旱地|洪江|洪湖|着急|突出|突破|缺陷|裂变|险种|雪亮|风险',
                '',
                'g'
              ) AS v58,
              REGEXP_REPLACE(
                t."v60",
                '业务发展需要|业务开展需要|国家政策原因|国家政策因素|工作实际需要|工作开展需要|主客观原因|政策性原因|政策性因素|未完成支付|上级原因|专款专用|业务开展|业务需求|业务需要|主观原因|主观因素|其他原因|其它原因|具体情况|内部原因|内部因素|单位原因|单位因素|历史原因|历史因素|各种原因|合同约定|合理安排|国家政策|基本一致|增加支出|增加费用|外部原因|外部因素|多种原因|如实列支|如实填报|安排使用|完成较好|实事求是|实报实销|实际原因|实际发生|实际工作|实际情况|实际支出|实际需求|实际需要|客观原因|客观因素|客观情况|工作原因|工作因素|工作安排|工作开展|工作需求|工作需要|年初预算|年终结算|开展工作|开展情况|情况特殊|执行进度|按实列支|按实支付|按实结算|据实列支|据实发放|据实开支|据实报销|据实支付|据实核销|据实结算|支付较少|支出减少|支出增加|支出较大|支出较少|政策原因|政策因素|文件精神|有关规定|有限公司|未使用完|未执行完|未支付完|标准执行|正在执行|正常开展|正常开支|正常支出|正常进行|特殊原因|特殊因素|特殊情况|相关规定|符合预算|结合实际|统筹安排|自评报告|自身原因|节约原则|评价报告|详见报告|详见正文|详见说明|详见附件|详见附表|财务制度|财务要求|财务规定|财政原因|财政因素|费用增加|进展情况|预算偏差|预算存在|预算安排|预算差异|预算执行|预算支出|预算资金|YES|Yes|yes|不涉及|不适用|决算数|发生额|各方面|合理性|同预算|多方面|我中心|执行中|执行率|按计划|按预算|有偏差|未使用|未列支|未执行|未支付|未支出|未用完|本年度|照预算|自评表|超预算|过程中|预算数|预算有|一致|上文|上级|下文|不够|不足|专项|业务|严格|予以|产生|什么|使用|依据|偏低|偏多|偏大|偏小|偏少|偏差|偏离|偏高|做到|全部|公司|其他|其它|具体|减少|切实|列支|制度|前述|剩余|办法|单位|原因|参照|参见|变动|变化|合法|合理|合规|同上|后附|因素|国家|增加|备注|多于|大于|如上|如下|存在|安排|完成|实际|导致|小于|少于|属于|属实|工作|差异|差额|年中|年底|年度|年末|序时|开支|当年|影响|必要|总结|情况|我委|我局|我校|我院|所致|所述|所需|执行|报告|按照|据实|支付|支出|文件|无故|无误|暂无|有关|本年|本着|某某|根据|正常|正文|正确|没有|由于|略有|相关|符合|精神|紧张|约定|经费|结余|结合|结算|绩效|自评|良好|节余|要求|规定|认真|详见|说明|调整|财务|费用|资金|超支|较多|较好|较少|过程|运转|进展|进行|造成|遵循|遵照|部分|金额|附件|附后|附表|需求|需要|项目|顺利|一|七|三|与|且|为|九|二|五|以|八|六|十|及|和|四|因|均|够|属|已|按|故|数|无|是|有|本|条|某|由|略|的|章|第|等|系|而|节|见|该|较|页',
                '',
                'g'
              ) AS v61,
              (
                (
                  t."v28" + COALESCE(t."a13_c2", 0)
                ) > 0
              )
              OR (
                (
                  (
                    t."v69" + COALESCE(t."a13_c7", 0)
                  ) + t."a14_c1"
                ) < 0
              ) AS v70,
              CASE WHEN 0 < t."v76" THEN TRUE WHEN 0 >= t."v77" THEN FALSE END
              OR CASE WHEN t."v79" < 0 THEN TRUE WHEN t."v78" >= 0 THEN FALSE END AS v80
            FROM (
              SELECT
                t.*,
                CASE
                  WHEN (
                    NOT (
                      t."s_initial_budget" IS NULL
                    )
                  )
                  AND (
                    NOT (
                      COALESCE(POSITION(' initial_budget ' IN t."s__derived"), 0) > 0
                    )
                  )
                  THEN TRUE
                  WHEN COALESCE(POSITION(' initial_budget ' IN t."s__none"), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(POSITION(' initial_budget ' IN t."s__hidden"), 0) > 0
                  THEN CAST(NULL AS BOOLEAN)
                  WHEN (
                    t."j1__read" = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(POSITION(' initial_budget ' IN t."s__to_fill"), 0) > 0
                    )
                  )
                  THEN FALSE
                END AS v1,
                (
                  NOT (
                    t."s_adjusted_budget" IS NULL
                  )
                )
                OR (
                  (
                    COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                  )
                  AND CASE WHEN NOT (
                    t."s_adjusted_budget" IS NULL
                  ) THEN TRUE END
                ) AS v2,
                CASE
                  WHEN NOT (
                    t."s_parent" IS NULL
                  )
                  THEN TRUE
                  WHEN COALESCE(POSITION(' parent ' IN t."s__none"), 0) > 0
                  THEN TRUE
                  WHEN COALESCE(POSITION(' parent ' IN t."s__hidden"), 0) > 0
                  THEN FALSE
                  WHEN (
                    t."j1__read" = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(POSITION(' parent ' IN t."s__to_fill"), 0) > 0
                    )
                  )
                  THEN FALSE
                END AS v3,
                CASE
                  WHEN NOT (
                    t."s_carry_in" IS NULL
                  )
                  THEN CASE
                    WHEN t."s_carry_in" >= 0
                    THEN t."s_carry_in"
                    WHEN NOT (
                      t."s_carry_in" >= 0
                    )
                    THEN CAST(0 AS BIGINT)
                  END
                  ELSE CAST(0 AS BIGINT)
                END AS v5,
                CASE
                  WHEN NOT (
                    t."s_adjusted_budget" IS NULL
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                  ELSE CASE
                    WHEN COALESCE(t."a8_c1", 0) <= 0
                    THEN COALESCE(t."a8_c1", 0)
                    WHEN NOT (
                      COALESCE(t."a8_c1", 0) <= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                END AS v9,
                (
                  CAST(2 AS BIGINT) * t."s_actual"
                ) - t."s_actual__step" AS v10,
                (
                  CAST(2 AS BIGINT) * t."s_actual"
                ) + t."s_actual__step" AS v11,
                (
                  CAST(2 AS BIGINT) * t."s_initial_budget"
                ) - t."s_initial_budget__step" AS v12,
                (
                  CAST(2 AS BIGINT) * t."s_initial_budget"
                ) + t."s_initial_budget__step" AS v13,
                (
                  CAST(2 AS BIGINT) * t."s_adjusted_budget"
                ) - t."s_adjusted_budget__step" AS v14,
                (
                  CAST(2 AS BIGINT) * t."s_adjusted_budget"
                ) + t."s_adjusted_budget__step" AS v15,
                (
                  CAST(2 AS BIGINT) * t."s_carry_in"
                ) - t."s_carry_in__step" AS v18,
                (
                  CAST(2 AS BIGINT) * t."s_carry_in"
                ) + t."s_carry_in__step" AS v19,
                CASE
                  WHEN NOT (
                    t."s_adjusted_budget" IS NULL
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                  ELSE CASE
                    WHEN COALESCE(t."a8_c2", 0) <= 0
                    THEN COALESCE(t."a8_c2", 0)
                    WHEN NOT (
                      COALESCE(t."a8_c2", 0) <= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                END AS v24,
                CASE
                  WHEN NOT (
                    t."s_adjusted_budget" IS NULL
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                  ELSE CASE
                    WHEN COALESCE(t."a8_c3", 0) <= 0
                    THEN COALESCE(t."a8_c3", 0)
                    WHEN NOT (
                      COALESCE(t."a8_c3", 0) <= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                END AS v25,
                CASE
                  WHEN t."s_kind" <> 'item'
                  THEN CASE
                    WHEN NOT (
                      t."j4_kind" IS NULL
                    )
                    THEN t."a2_c4"
                    ELSE CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    t."s_kind" <> 'item'
                  )
                  THEN CASE
                    WHEN t."a10_c1"
                    THEN t."a3_c2" + t."a2_c4"
                    WHEN NOT (
                      t."a10_c1"
                    )
                    THEN t."a3_c2"
                  END
                END AS v27,
                CASE
                  WHEN (
                    COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                  )
                  AND (
                    t."s_approval__state" IS NULL
                  )
                  THEN CAST(100000000000000 AS DECIMAL(38, 0))
                  WHEN NOT (
                    (
                      COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                    )
                    AND (
                      t."s_approval__state" IS NULL
                    )
                  )
                  THEN COALESCE(t."a8_c6", 0)
                END AS v28,
                (
                  CAST(2 AS BIGINT) * t."s_actual"
                ) - CASE WHEN t."s_actual" = 0 THEN CAST(0 AS BIGINT) ELSE t."s_actual__step" END AS v30,
                (
                  CAST(2 AS BIGINT) * t."s_actual"
                ) + CASE WHEN t."s_actual" = 0 THEN CAST(0 AS BIGINT) ELSE t."s_actual__step" END AS v31,
                (
                  CAST(2 AS BIGINT) * t."s_initial_budget"
                ) - CASE
                  WHEN t."s_initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t."s_initial_budget__step"
                END AS v32,
                (
                  CAST(2 AS BIGINT) * t."s_initial_budget"
                ) + CASE
                  WHEN t."s_initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t."s_initial_budget__step"
                END AS v33,
                (
                  CAST(2 AS BIGINT) * t."s_adjusted_budget"
                ) - CASE
                  WHEN t."s_adjusted_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t."s_adjusted_budget__step"
                END AS v34,
                (
                  CAST(2 AS BIGINT) * t."s_adjusted_budget"
                ) + CASE
                  WHEN t."s_adjusted_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t."s_adjusted_budget__step"
                END AS v35,
                (
                  CAST(2 AS BIGINT) * t."s_carry_in"
                ) - CASE WHEN t."s_carry_in" = 0 THEN CAST(0 AS BIGINT) ELSE t."s_carry_in__step" END AS v37,
                (
                  CAST(2 AS BIGINT) * t."s_carry_in"
                ) + CASE WHEN t."s_carry_in" = 0 THEN CAST(0 AS BIGINT) ELSE t."s_carry_in__step" END AS v38,
                (
                  (
                    CASE
                      WHEN t."s_kind" <> 'item'
                      THEN CASE
                        WHEN NOT (
                          t."j4_kind" IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              COALESCE(t."a12_c8", 0) + t."a2_c5"
                            ) + t."a2_c7"
                          ) >= 0
                          THEN (
                            COALESCE(t."a12_c8", 0) + t."a2_c5"
                          ) + t."a2_c7"
                          WHEN NOT (
                            (
                              (
                                COALESCE(t."a12_c8", 0) + t."a2_c5"
                              ) + t."a2_c7"
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        t."s_kind" <> 'item'
                      )
                      THEN CASE
                        WHEN t."a10_c1"
                        THEN t."a3_c3" + CASE
                          WHEN (
                            (
                              COALESCE(t."a12_c8", 0) + t."a2_c5"
                            ) + t."a2_c7"
                          ) >= 0
                          THEN (
                            COALESCE(t."a12_c8", 0) + t."a2_c5"
                          ) + t."a2_c7"
                          WHEN NOT (
                            (
                              (
                                COALESCE(t."a12_c8", 0) + t."a2_c5"
                              ) + t."a2_c7"
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          t."a10_c1"
                        )
                        THEN t."a3_c3"
                      END
                    END + CASE
                      WHEN (
                        COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                      )
                      AND (
                        t."s_approval__state" IS NULL
                      )
                      THEN CAST(200000000000000 AS DECIMAL(38, 0))
                      WHEN NOT (
                        (
                          COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                        )
                        AND (
                          t."s_approval__state" IS NULL
                        )
                      )
                      THEN COALESCE(t."a8_c12", 0)
                    END
                  ) + COALESCE(t."a9_c5", 0)
                ) + t."a11_c2" AS v45,
                (
                  (
                    CASE
                      WHEN t."s_kind" <> 'item'
                      THEN CASE
                        WHEN NOT (
                          t."j4_kind" IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              COALESCE(t."a12_c9", 0) + t."a2_c6"
                            ) + t."a2_c8"
                          ) >= 0
                          THEN (
                            COALESCE(t."a12_c9", 0) + t."a2_c6"
                          ) + t."a2_c8"
                          WHEN NOT (
                            (
                              (
                                COALESCE(t."a12_c9", 0) + t."a2_c6"
                              ) + t."a2_c8"
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        t."s_kind" <> 'item'
                      )
                      THEN CASE
                        WHEN t."a10_c1"
                        THEN t."a3_c4" + CASE
                          WHEN (
                            (
                              COALESCE(t."a12_c9", 0) + t."a2_c6"
                            ) + t."a2_c8"
                          ) >= 0
                          THEN (
                            COALESCE(t."a12_c9", 0) + t."a2_c6"
                          ) + t."a2_c8"
                          WHEN NOT (
                            (
                              (
                                COALESCE(t."a12_c9", 0) + t."a2_c6"
                              ) + t."a2_c8"
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          t."a10_c1"
                        )
                        THEN t."a3_c4"
                      END
                    END + CASE
                      WHEN (
                        COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                      )
                      AND (
                        t."s_approval__state" IS NULL
                      )
                      THEN CAST(200000000000000 AS DECIMAL(38, 0))
                      WHEN NOT (
                        (
                          COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                        )
                        AND (
                          t."s_approval__state" IS NULL
                        )
                      )
                      THEN COALESCE(t."a8_c13", 0)
                    END
                  ) + COALESCE(t."a9_c6", 0)
                ) + t."a11_c3" AS v46,
                CASE
                  WHEN (
                    NOT (
                      t."s_carry_in" IS NULL
                    )
                  )
                  AND (
                    NOT (
                      COALESCE(POSITION(' carry_in ' IN t."s__derived"), 0) > 0
                    )
                  )
                  THEN TRUE
                  WHEN COALESCE(POSITION(' carry_in ' IN t."s__none"), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(POSITION(' carry_in ' IN t."s__hidden"), 0) > 0
                  THEN CAST(NULL AS BOOLEAN)
                  WHEN (
                    t."j1__read" = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(POSITION(' carry_in ' IN t."s__to_fill"), 0) > 0
                    )
                  )
                  THEN FALSE
                END AS v55,
                REGEXP_REPLACE(
                  t."s_deviation_reason",
                  '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型',
                  '',
                  'g'
                ) AS v56,
                REGEXP_REPLACE(
                  t."s_deviation_reason",
                  '万元|亿元| |\!|\#|\%|\''|\(|\)|\*|\,|\-|\.|\/|0|1|2|3|4|5|6|7|8|9|\:|\;|\?|X|\[|\]|_|x|\~|·|×|–|—|‘|’|“|”|…|√|□|△|○|　|、|。|《|》|【|】|〔|〕|元|！|％|（|）|＊|，|－|．|／|０|１|２|３|４|５|６|７|８|９|：|；|？|Ｘ|＿|ｘ|～',
                  '',
                  'g'
                ) AS v60,
                t."s_deviation_reason" ~ '乡村振兴|任务加重|历史遗留|学生人数|职业年金|补助标准|调整标准|业务量|人工费|任务量|保险费|信息化|公积金|原材料|工作量|手续费|数据库|服务器|检测费|燃料费|通讯费|鉴定费|项目库|上涨|上调|专家|临聘|仲裁|伙食|会议|会费|体检|保安|保洁|保费|修缮|党务|党建|养老|出国|出差|创建|利息|办公|劳务|勘察|医保|单价|印刷|变更|合同|咨询|团建|图书|培训|增加|增多|增设|外聘|奖励|奖金|学会|审计|宣传|家具|宽带|尾款|展会|展位|展览|工会|工期|工资|差旅|帮扶|平台|年检|广告|庆典|延期|延长|引资|录用|征地|律师|快递|慰问|房价|房租|扩大|扩建|扶贫|拆迁|招商|招录|招聘|捐赠|接待|推迟|提价|提前|提高|搬迁|教材|文印|新增|施工|晋升|晋级|更换|更新|检查|欠款|欠费|水价|水电|水费|油价|津贴|活动|派遣|测绘|涨价|物业|物价|用房|用车|电价|电话|电费|监理|督查|社保|福利|租赁|租车|租金|竞赛|竣工|系统|绩效|维保|维修|维护|绿化|编制|网站|网络|考察|考录|考核|考试|聘用|补发|补提|补缴|补贴|装修|装饰|规划|订阅|论坛|设备|设计|评估|评审|诉讼|课时|调标|调研|调资|质保|购买|购置|资料|跨年|软件|迁址|运维|追加|退休|邮寄|邮电|采购|顾问|食堂|驻村|验收|税|薪' AS v62,
                t."s_deviation_reason" ~ '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型' AS v63,
                CASE
                  WHEN NOT (
                    t."s_is_emergency" IS NULL
                  )
                  THEN TRUE
                  WHEN COALESCE(POSITION(' is_emergency ' IN t."s__none"), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(POSITION(' is_emergency ' IN t."s__hidden"), 0) > 0
                  THEN FALSE
                  WHEN (
                    t."j1__read" = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(POSITION(' is_emergency ' IN t."s__to_fill"), 0) > 0
                    )
                  )
                  THEN FALSE
                END AS v65,
                CASE
                  WHEN NOT (
                    t."s_deviation_reason" IS NULL
                  )
                  THEN TRUE
                  WHEN COALESCE(POSITION(' deviation_reason ' IN t."s__none"), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(POSITION(' deviation_reason ' IN t."s__hidden"), 0) > 0
                  THEN FALSE
                  WHEN (
                    t."j1__read" = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(POSITION(' deviation_reason ' IN t."s__to_fill"), 0) > 0
                    )
                  )
                  THEN FALSE
                END AS v66,
                CASE
                  WHEN (
                    COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                  )
                  AND (
                    t."s_approval__state" IS NULL
                  )
                  THEN CAST((
                    -100000000000000
                  ) AS DECIMAL(38, 0))
                  WHEN NOT (
                    (
                      COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                    )
                    AND (
                      t."s_approval__state" IS NULL
                    )
                  )
                  THEN COALESCE(t."a8_c4", 0)
                END AS v69,
                CASE
                  WHEN (
                    NOT (
                      t."s_adjusted_budget" IS NULL
                    )
                  )
                  AND (
                    NOT (
                      COALESCE(POSITION(' adjusted_budget ' IN t."s__derived"), 0) > 0
                    )
                  )
                  THEN TRUE
                  WHEN COALESCE(POSITION(' adjusted_budget ' IN t."s__none"), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(POSITION(' adjusted_budget ' IN t."s__hidden"), 0) > 0
                  THEN FALSE
                  WHEN (
                    t."j1__read" = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(POSITION(' adjusted_budget ' IN t."s__to_fill"), 0) > 0
                    )
                  )
                  THEN FALSE
                END AS v72,
                (
                  CAST(2 AS BIGINT) * t."s_added_budget"
                ) - CASE
                  WHEN t."s_added_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t."s_added_budget__step"
                END AS v74,
                (
                  CAST(2 AS BIGINT) * t."s_added_budget"
                ) + CASE
                  WHEN t."s_added_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t."s_added_budget__step"
                END AS v75,
                CASE
                  WHEN (
                    COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                  )
                  AND (
                    t."s_approval__state" IS NULL
                  )
                  THEN CAST(200000000000000 AS DECIMAL(38, 0))
                  WHEN NOT (
                    (
                      COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                    )
                    AND (
                      t."s_approval__state" IS NULL
                    )
                  )
                  THEN COALESCE(t."a8_c12", 0)
                END + COALESCE(t."a13_c5", 0) AS v76,
                CASE
                  WHEN (
                    COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                  )
                  AND (
                    t."s_approval__state" IS NULL
                  )
                  THEN CAST(200000000000000 AS DECIMAL(38, 0))
                  WHEN NOT (
                    (
                      COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                    )
                    AND (
                      t."s_approval__state" IS NULL
                    )
                  )
                  THEN COALESCE(t."a8_c13", 0)
                END + COALESCE(t."a13_c6", 0) AS v77,
                (
                  CASE
                    WHEN (
                      COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                    )
                    AND (
                      t."s_approval__state" IS NULL
                    )
                    THEN CAST((
                      -200000000000000
                    ) AS DECIMAL(38, 0))
                    WHEN NOT (
                      (
                        COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                      )
                      AND (
                        t."s_approval__state" IS NULL
                      )
                    )
                    THEN COALESCE(t."a8_c10", 0)
                  END + COALESCE(t."a13_c8", 0)
                ) + t."a14_c2" AS v78,
                (
                  CASE
                    WHEN (
                      COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                    )
                    AND (
                      t."s_approval__state" IS NULL
                    )
                    THEN CAST((
                      -200000000000000
                    ) AS DECIMAL(38, 0))
                    WHEN NOT (
                      (
                        COALESCE(POSITION(' approval ' IN t."s__to_fill"), 0) > 0
                      )
                      AND (
                        t."s_approval__state" IS NULL
                      )
                    )
                    THEN COALESCE(t."a8_c11", 0)
                  END + COALESCE(t."a13_c9", 0)
                ) + t."a14_c3" AS v79,
                (
                  CAST(2 AS BIGINT) * t."s_cost"
                ) - CASE WHEN t."s_cost" = 0 THEN CAST(0 AS BIGINT) ELSE t."s_cost__step" END AS v85,
                (
                  CAST(2 AS BIGINT) * t."s_cost"
                ) + CASE WHEN t."s_cost" = 0 THEN CAST(0 AS BIGINT) ELSE t."s_cost__step" END AS v86,
                (
                  (
                    (
                      t."s_kind" = 'total'
                    ) OR (
                      t."s_kind" = 'project'
                    )
                  )
                  AND (
                    CASE
                      WHEN (
                        t."s_sub_line__state" = 'complete'
                      ) AND (
                        COALESCE(t."a5_c17", 0) = 0
                      )
                      THEN COALESCE(t."a5_c18", 0)
                    END > 0
                  )
                )
                AND (
                  t."s_actual" <= t."s_initial_budget"
                ) AS v87
              FROM (
                SELECT
                  a10."c1" AS "a10_c1",
                  a11."c1" AS "a11_c1",
                  a11."c2" AS "a11_c2",
                  a11."c3" AS "a11_c3",
                  a12."c8" AS "a12_c8",
                  a12."c9" AS "a12_c9",
                  a13."c2" AS "a13_c2",
                  a13."c5" AS "a13_c5",
                  a13."c6" AS "a13_c6",
                  a13."c7" AS "a13_c7",
                  a13."c8" AS "a13_c8",
                  a13."c9" AS "a13_c9",
                  a14."c1" AS "a14_c1",
                  a14."c2" AS "a14_c2",
                  a14."c3" AS "a14_c3",
                  a15."c1" AS "a15_c1",
                  a15."c2" AS "a15_c2",
                  a16."c1" AS "a16_c1",
                  a16."c2" AS "a16_c2",
                  a16."c3" AS "a16_c3",
                  a16."c4" AS "a16_c4",
                  a16."c5" AS "a16_c5",
                  a16."c6" AS "a16_c6",
                  a2."c1" AS "a2_c1",
                  a2."c10" AS "a2_c10",
                  a2."c4" AS "a2_c4",
                  a2."c5" AS "a2_c5",
                  a2."c6" AS "a2_c6",
                  a2."c7" AS "a2_c7",
                  a2."c8" AS "a2_c8",
                  a2."c9" AS "a2_c9",
                  a3."c1" AS "a3_c1",
                  a3."c2" AS "a3_c2",
                  a3."c3" AS "a3_c3",
                  a3."c4" AS "a3_c4",
                  a3."c5" AS "a3_c5",
                  a5."c15" AS "a5_c15",
                  a5."c16" AS "a5_c16",
                  a5."c17" AS "a5_c17",
                  a5."c18" AS "a5_c18",
                  a5."c4" AS "a5_c4",
                  a5."c5" AS "a5_c5",
                  a6."c1" AS "a6_c1",
                  a6."c2" AS "a6_c2",
                  a7."c1" AS "a7_c1",
                  a7."c12" AS "a7_c12",
                  a7."c2" AS "a7_c2",
                  a7."c3" AS "a7_c3",
                  a7."c6" AS "a7_c6",
                  a7."c7" AS "a7_c7",
                  a8."c1" AS "a8_c1",
                  a8."c10" AS "a8_c10",
                  a8."c11" AS "a8_c11",
                  a8."c12" AS "a8_c12",
                  a8."c13" AS "a8_c13",
                  a8."c14" AS "a8_c14",
                  a8."c15" AS "a8_c15",
                  a8."c16" AS "a8_c16",
                  a8."c17" AS "a8_c17",
                  a8."c2" AS "a8_c2",
                  a8."c3" AS "a8_c3",
                  a8."c4" AS "a8_c4",
                  a8."c5" AS "a8_c5",
                  a8."c6" AS "a8_c6",
                  a8."c7" AS "a8_c7",
                  a8."c8" AS "a8_c8",
                  a8."c9" AS "a8_c9",
                  a9."c1" AS "a9_c1",
                  a9."c2" AS "a9_c2",
                  a9."c3" AS "a9_c3",
                  a9."c4" AS "a9_c4",
                  a9."c5" AS "a9_c5",
                  a9."c6" AS "a9_c6",
                  j1."_read" AS "j1__read",
                  j4."kind" AS "j4_kind",
                  s."_case" AS "s__case",
                  s."_derived" AS "s__derived",
                  s."_fact" AS "s__fact",
                  s."_hidden" AS "s__hidden",
                  s."_id" AS "s__id",
                  s."_none" AS "s__none",
                  s."_to_fill" AS "s__to_fill",
                  s."actual" AS "s_actual",
                  s."actual__step" AS "s_actual__step",
                  s."added_budget" AS "s_added_budget",
                  s."added_budget__step" AS "s_added_budget__step",
                  s."adjusted_budget" AS "s_adjusted_budget",
                  s."adjusted_budget__step" AS "s_adjusted_budget__step",
                  s."approval__state" AS "s_approval__state",
                  s."carry_in" AS "s_carry_in",
                  s."carry_in__step" AS "s_carry_in__step",
                  s."cost" AS "s_cost",
                  s."cost__step" AS "s_cost__step",
                  s."deviation_reason" AS "s_deviation_reason",
                  s."initial_budget" AS "s_initial_budget",
                  s."initial_budget__step" AS "s_initial_budget__step",
                  s."is_emergency" AS "s_is_emergency",
                  s."is_it" AS "s_is_it",
                  s."kind" AS "s_kind",
                  s."parent" AS "s_parent",
                  s."review__state" AS "s_review__state",
                  s."sub_line__state" AS "s_sub_line__state"
                FROM "budget_line" AS s
                LEFT JOIN "unit" AS j1
                  ON j1."_case" = s."_case"
                LEFT JOIN "budget_line_1" AS a2
                  ON a2."k1" = COALESCE(s."parent", (
                    -1
                  ))
                LEFT JOIN "unit_5" AS a3
                  ON a3."k1" = COALESCE(j1."_case", (
                    -1
                  ))
                LEFT JOIN "budget_line" AS j4
                  ON j4."_fact" = s."parent"
                LEFT JOIN "budget_line_4" AS a5
                  ON a5."k1" = s."_fact"
                LEFT JOIN "unit_7" AS a6
                  ON a6."k1" = COALESCE(j1."_case", (
                    -1
                  ))
                LEFT JOIN "budget_line_9" AS a7
                  ON a7."k1" = s."_fact"
                LEFT JOIN "approval_10" AS a8
                  ON a8."k1" = s."_fact"
                LEFT JOIN "budget_line_11" AS a9
                  ON a9."k1" = s."_fact"
                LEFT JOIN "budget_line_13" AS a10
                  ON a10."k1" = COALESCE(s."parent", (
                    -1
                  ))
                LEFT JOIN "unit_14" AS a11
                  ON a11."k1" = COALESCE(j1."_case", (
                    -1
                  ))
                LEFT JOIN "approval_10" AS a12
                  ON a12."k1" = j4."_fact"
                LEFT JOIN "budget_line_12" AS a13
                  ON a13."k1" = s."_fact"
                LEFT JOIN "unit_16" AS a14
                  ON a14."k1" = COALESCE(j1."_case", (
                    -1
                  ))
                LEFT JOIN "review_18" AS a15
                  ON a15."k1" = s."_fact"
                LEFT JOIN "budget_line_19" AS a16
                  ON a16."k1" = s."_fact"
                OFFSET 0
              ) AS t
              OFFSET 0
            ) AS t
            OFFSET 0
          ) AS t
          OFFSET 0
        ) AS t
        OFFSET 0
      ) AS t
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
), "parts" AS (
  SELECT
    p."_up" AS "_up",
    CASE
      WHEN COUNT(CASE WHEN p."addition-approved" = 'fail' THEN 1 END) = COUNT(CASE WHEN p."addition-approved" = 'fail' THEN p."addition-approved amount" END)
      THEN SUM(CASE WHEN p."addition-approved" = 'fail' THEN p."addition-approved amount" END)
    END AS "addition-approved amount",
    CASE
      WHEN COUNT(CASE WHEN p."it-project-second-review" = 'fail' THEN 1 END) = COUNT(
        CASE
          WHEN p."it-project-second-review" = 'fail'
          THEN p."it-project-second-review amount"
        END
      )
      THEN SUM(
        CASE
          WHEN p."it-project-second-review" = 'fail'
          THEN p."it-project-second-review amount"
        END
      )
    END AS "it-project-second-review amount",
    CASE
      WHEN COUNT(CASE WHEN p."overrun-hidden-in-total" = 'fail' THEN 1 END) = COUNT(
        CASE
          WHEN p."overrun-hidden-in-total" = 'fail'
          THEN p."overrun-hidden-in-total amount"
        END
      )
      THEN SUM(
        CASE
          WHEN p."overrun-hidden-in-total" = 'fail'
          THEN p."overrun-hidden-in-total amount"
        END
      )
    END AS "overrun-hidden-in-total amount"
  FROM "judged" AS p
  WHERE
    NOT (
      p."_up" IS NULL
    )
  GROUP BY
    p."_up"
)
SELECT
  s."_case" AS "_case",
  s."_fact" AS "_fact",
  s."_id" AS "_id",
  s."addition-approved" AS "addition-approved",
  CASE
    WHEN (
      (
        s."addition-approved" = 'fail'
      ) AND (
        s."_parts" = 'complete'
      )
    )
    AND (
      p."addition-approved amount" = s."addition-approved amount"
    )
    THEN CAST(0 AS DECIMAL(38, 0))
    ELSE s."addition-approved amount"
  END AS "addition-approved amount",
  s."addition-approved severity" AS "addition-approved severity",
  s."addition-approved nature" AS "addition-approved nature",
  s."deviation-explained" AS "deviation-explained",
  s."deviation-explained amount" AS "deviation-explained amount",
  s."deviation-explained severity" AS "deviation-explained severity",
  s."it-project-second-review" AS "it-project-second-review",
  CASE
    WHEN (
      (
        s."it-project-second-review" = 'fail'
      ) AND (
        s."_parts" = 'complete'
      )
    )
    AND (
      p."it-project-second-review amount" = s."it-project-second-review amount"
    )
    THEN CAST(0 AS DECIMAL(38, 0))
    ELSE s."it-project-second-review amount"
  END AS "it-project-second-review amount",
  s."it-project-second-review severity" AS "it-project-second-review severity",
  s."overrun-hidden-in-total" AS "overrun-hidden-in-total",
  CASE
    WHEN (
      (
        s."overrun-hidden-in-total" = 'fail'
      ) AND (
        s."_parts" = 'complete'
      )
    )
    AND (
      p."overrun-hidden-in-total amount" = s."overrun-hidden-in-total amount"
    )
    THEN CAST(0 AS DECIMAL(38, 0))
    ELSE s."overrun-hidden-in-total amount"
  END AS "overrun-hidden-in-total amount",
  s."overrun-hidden-in-total severity" AS "overrun-hidden-in-total severity"
FROM "judged" AS s
LEFT JOIN "parts" AS p
  ON p."_up" = s."_fact";

-- contract 
WITH "budget_line_1" AS (
  SELECT
    t."k_k1" AS k1,
    (
      (
        NOT (
          t."c_is_emergency" IS NULL
        )
      )
      OR (
        COALESCE(POSITION(' is_emergency ' IN t."c__to_fill"), 0) > 0
      )
    )
    AND t."c_is_emergency" AS c1,
    CASE WHEN NOT (
      t."c__fact" IS NULL
    ) THEN t."v8" END AS c2
  FROM (
    SELECT
      t.*,
      (
        NOT (
          t."c_deviation_reason" IS NULL
        )
      )
      AND (
        t."v3"
        OR (
          (
            CAST(LENGTH(t."v5") AS BIGINT) >= 2
          )
          AND (
            NOT (
              t."v6" OR t."v7"
            )
          )
        )
      ) AS v8
    FROM (
      SELECT
        t.*,
        t."v2" ~ '不可抗力|不明原因|健康监测|健康观察|强降雨|无害化|防护服|上访|丢失|中断|中毒|事件|事故|传染|伤亡|伤人|低温|侧翻|倒伏|倒房|倒灌|倾倒|停水|决堤|凶杀|劝返|危及|危房|发烧|发热|受伤|受损|口罩|台风|命案|善后|大风|失火|失联|失踪|密接|寒潮|少雨|山体|山火|开裂|恐怖|意外|感染|扑杀|扑火|投毒|抛锚|损坏|排危|援沪|援鄂|搜寻|撤离|断水|断电|新冠|核酸|毒气|污染|沉没|沉船|泄漏|泄露|流感|海啸|消杀|渗漏|溢油|溺水|滞留|漫堤|火情|灭火|狂犬|疏散|疑似|疯狗|病例|病害|病死|病虫|着火|砸伤|确诊|积水|管控|管涌|维稳|缠访|聚集|脱轨|腹泻|舆情|落石|虫害|被困|裂缝|触电|讨薪|踩踏|遇难|重建|闭环|闹访|阳性|降水|隔离|雷击|静默|飓风|驰援|高温|冰|冻|坍|坠|垮|塌|急|抢|救|旱|暴|毁|汛|洪|涝|淹|溃|灾|爆|疫|突|袭|险|陷|雪|雹|震' AS v3
      FROM (
        SELECT
          t.*,
          REGEXP_REPLACE(
            t."v1",
            '沉陷区治理规划|积水点改造规划|核酸自愿检测|污染防治攻坚|传染病医院|传染病报告|救护车保险|救护车年检|污染源普查|事件营销|产业聚集|人才聚集|停水电费|冰雪运动|口罩生产|急救培训|急救知识|扬尘管控|救助管理|汛期值班|灭火演练|疾病预防|病虫测报|聚集产业|重建政务|重建系统|重建网站|防控中心|意外险|救助站|案事件|洪山区|灭火器|责任险|保险|冰场|冰柜|冰箱|冷冻|急诊|急需|抢先|抢占|抢抓|抢答|旱厕|旱地|洪江|洪湖|着急|突出|突破|缺陷|裂变|险种|雪亮|风险',
            '',
            'g'
          ) AS v2,
          REGEXP_REPLACE(
            t."v4",
            '业务发展需要|业务开展需要|国家政策原因|国家政策因素|工作实际需要|工作开展需要|主客观原因|政策性原因|政策性因素|未完成支付|上级原因|专款专用|业务开展|业务需求|业务需要|主观原因|主观因素|其他原因|其它原因|具体情况|内部原因|内部因素|单位原因|单位因素|历史原因|历史因素|各种原因|合同约定|合理安排|国家政策|基本一致|增加支出|增加费用|外部原因|外部因素|多种原因|如实列支|如实填报|安排使用|完成较好|实事求是|实报实销|实际原因|实际发生|实际工作|实际情况|实际支出|实际需求|实际需要|客观原因|客观因素|客观情况|工作原因|工作因素|工作安排|工作开展|工作需求|工作需要|年初预算|年终结算|开展工作|开展情况|情况特殊|执行进度|按实列支|按实支付|按实结算|据实列支|据实发放|据实开支|据实报销|据实支付|据实核销|据实结算|支付较少|支出减少|支出增加|支出较大|支出较少|政策原因|政策因素|文件精神|有关规定|有限公司|未使用完|未执行完|未支付完|标准执行|正在执行|正常开展|正常开支|正常支出|正常进行|特殊原因|特殊因素|特殊情况|相关规定|符合预算|结合实际|统筹安排|自评报告|自身原因|节约原则|评价报告|详见报告|详见正文|详见说明|详见附件|详见附表|财务制度|财务要求|财务规定|财政原因|财政因素|费用增加|进展情况|预算偏差|预算存在|预算安排|预算差异|预算执行|预算支出|预算资金|YES|Yes|yes|不涉及|不适用|决算数|发生额|各方面|合理性|同预算|多方面|我中心|执行中|执行率|按计划|按预算|有偏差|未使用|未列支|未执行|未支付|未支出|未用完|本年度|照预算|自评表|超预算|过程中|预算数|预算有|一致|上文|上级|下文|不够|不足|专项|业务|严格|予以|产生|什么|使用|依据|偏低|偏多|偏大|偏小|偏少|偏差|偏离|偏高|做到|全部|公司|其他|其它|具体|减少|切实|列支|制度|前述|剩余|办法|单位|原因|参照|参见|变动|变化|合法|合理|合规|同上|后附|因素|国家|增加|备注|多于|大于|如上|如下|存在|安排|完成|实际|导致|小于|少于|属于|属实|工作|差异|差额|年中|年底|年度|年末|序时|开支|当年|影响|必要|总结|情况|我委|我局|我校|我院|所致|所述|所需|执行|报告|按照|据实|支付|支出|文件|无故|无误|暂无|有关|本年|本着|某某|根据|正常|正文|正确|没有|由于|略有|相关|符合|精神|紧张|约定|经费|结余|结合|结算|绩效|自评|良好|节余|要求|规定|认真|详见|说明|调整|财务|费用|资金|超支|较多|较好|较少|过程|运转|进展|进行|造成|遵循|遵照|部分|金额|附件|附后|附表|需求|需要|项目|顺利|一|七|三|与|且|为|九|二|五|以|八|六|十|及|和|四|因|均|够|属|已|按|故|数|无|是|有|本|条|某|由|略|的|章|第|等|系|而|节|见|该|较|页',
            '',
            'g'
          ) AS v5
        FROM (
          SELECT
            t.*,
            REGEXP_REPLACE(
              t."c_deviation_reason",
              '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型',
              '',
              'g'
            ) AS v1,
            REGEXP_REPLACE(
              t."c_deviation_reason",
              '万元|亿元| |\!|\#|\%|\''|\(|\)|\*|\,|\-|\.|\/|0|1|2|3|4|5|6|7|8|9|\:|\;|\?|X|\[|\]|_|x|\~|·|×|–|—|‘|’|“|”|…|√|□|△|○|　|、|。|《|》|【|】|〔|〕|元|！|％|（|）|＊|，|－|．|／|０|１|２|３|４|５|６|７|８|９|：|；|？|Ｘ|＿|ｘ|～',
              '',
              'g'
            ) AS v4,
            t."c_deviation_reason" ~ '乡村振兴|任务加重|历史遗留|学生人数|职业年金|补助标准|调整标准|业务量|人工费|任务量|保险费|信息化|公积金|原材料|工作量|手续费|数据库|服务器|检测费|燃料费|通讯费|鉴定费|项目库|上涨|上调|专家|临聘|仲裁|伙食|会议|会费|体检|保安|保洁|保费|修缮|党务|党建|养老|出国|出差|创建|利息|办公|劳务|勘察|医保|单价|印刷|变更|合同|咨询|团建|图书|培训|增加|增多|增设|外聘|奖励|奖金|学会|审计|宣传|家具|宽带|尾款|展会|展位|展览|工会|工期|工资|差旅|帮扶|平台|年检|广告|庆典|延期|延长|引资|录用|征地|律师|快递|慰问|房价|房租|扩大|扩建|扶贫|拆迁|招商|招录|招聘|捐赠|接待|推迟|提价|提前|提高|搬迁|教材|文印|新增|施工|晋升|晋级|更换|更新|检查|欠款|欠费|水价|水电|水费|油价|津贴|活动|派遣|测绘|涨价|物业|物价|用房|用车|电价|电话|电费|监理|督查|社保|福利|租赁|租车|租金|竞赛|竣工|系统|绩效|维保|维修|维护|绿化|编制|网站|网络|考察|考录|考核|考试|聘用|补发|补提|补缴|补贴|装修|装饰|规划|订阅|论坛|设备|设计|评估|评审|诉讼|课时|调标|调研|调资|质保|购买|购置|资料|跨年|软件|迁址|运维|追加|退休|邮寄|邮电|采购|顾问|食堂|驻村|验收|税|薪' AS v6,
            t."c_deviation_reason" ~ '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型' AS v7
          FROM (
            SELECT
              c."_fact" AS "c__fact",
              c."_to_fill" AS "c__to_fill",
              c."deviation_reason" AS "c_deviation_reason",
              c."is_emergency" AS "c_is_emergency",
              k."k1" AS "k_k1"
            FROM (
              SELECT DISTINCT
                COALESCE(n."line", (
                  -1
                )) AS k1
              FROM "contract" AS n
            ) AS k
            LEFT JOIN "budget_line" AS c
              ON c."_fact" = k."k1"
            OFFSET 0
          ) AS t
          OFFSET 0
        ) AS t
        OFFSET 0
      ) AS t
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
), "budget_line_3" AS (
  SELECT
    t."c__case" AS k1,
    SUM(CAST(t."v1" AS DECIMAL(38, 0))) AS c1
  FROM (
    SELECT
      t.*,
      CASE
        WHEN (
          COALESCE(POSITION(' is_emergency ' IN t."c__to_fill"), 0) > 0
        )
        OR t."c_is_emergency"
        THEN CAST(1 AS BIGINT)
        WHEN NOT (
          (
            COALESCE(POSITION(' is_emergency ' IN t."c__to_fill"), 0) > 0
          )
          OR t."c_is_emergency"
        )
        THEN CAST(0 AS BIGINT)
      END AS v1
    FROM (
      SELECT
        c."_case" AS "c__case",
        c."_to_fill" AS "c__to_fill",
        c."is_emergency" AS "c_is_emergency"
      FROM "budget_line" AS c
      WHERE
        NOT (
          c."_case" IS NULL
        )
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  GROUP BY
    t."c__case"
), "unit_2" AS (
  SELECT
    k."k1" AS k1,
    (
      COALESCE(a1."c1", 0) > 0
    )
    OR (
      (
        COALESCE(POSITION(' budget_line ' IN c."_to_fill"), 0) > 0
      )
      AND (
        c."budget_line__state" IS NULL
      )
    ) AS c1
  FROM (
    SELECT DISTINCT
      COALESCE(n."_case", (
        -1
      )) AS k1
    FROM "contract" AS n
  ) AS k
  LEFT JOIN "unit" AS c
    ON c."_case" = k."k1"
  LEFT JOIN "budget_line_3" AS a1
    ON a1."k1" = c."_case"
)
SELECT
  t."s__case" AS "_case",
  t."s__fact" AS "_fact",
  t."s__id" AS "_id",
  CAST(CASE
    WHEN NOT (
      CASE
        WHEN t."v1" IS NULL
        THEN CAST(NULL AS BOOLEAN)
        WHEN t."v1" < CAST('2003-01-01' AS DATE)
        THEN FALSE
        WHEN NOT (
          t."v1" IS NULL
        )
        THEN TRUE
      END
    )
    THEN 'not_applicable'
    WHEN NOT (
      t."v2"
    )
    THEN 'not_applicable'
    WHEN t."v6"
    THEN 'not_applicable'
    WHEN t."s_method" = 'open_tender'
    THEN 'pass'
    WHEN (
      (
        (
          CASE
            WHEN t."v1" IS NULL
            THEN CAST(NULL AS BOOLEAN)
            WHEN t."v1" < CAST('2003-01-01' AS DATE)
            THEN FALSE
            WHEN NOT (
              t."v1" IS NULL
            )
            THEN TRUE
          END IS NULL
        )
        OR (
          t."v2" IS NULL
        )
      )
      OR (
        t."v6" IS NULL
      )
    )
    OR (
      (
        t."s_method" = 'open_tender'
      ) IS NULL
    )
    THEN 'undetermined'
    WHEN CASE WHEN t."v9" <= t."v7" THEN TRUE WHEN t."v9" > t."v8" THEN FALSE END
    OR (
      (
        CASE WHEN t."v9" <= t."v10" THEN TRUE WHEN t."v9" > t."v11" THEN FALSE END
        AND (
          t."s_budget" IS NULL
        )
      )
      AND (
        NOT (
          COALESCE(POSITION(' budget ' IN t."s__to_fill"), 0) > 0
        )
      )
    )
    THEN 'fail'
    ELSE 'undetermined'
  END AS VARCHAR) AS "open-tender-threshold",
  CAST(CASE WHEN NOT (
    t."s_amount" IS NULL
  ) THEN t."s_amount" ELSE t."s_budget" END AS DECIMAL(38, 0)) AS "open-tender-threshold amount",
  CAST(COALESCE(CASE WHEN t."v15" THEN 'medium' WHEN NOT (
    t."v15"
  ) THEN 'high' END, 'high') AS VARCHAR) AS "open-tender-threshold severity",
  CAST(COALESCE(
    CASE
      WHEN (
        (
          (
            NOT (
              t."v3"
            )
          ) AND t."v16"
        )
        OR (
          t."s_method_approval_date" > t."s_start_date"
        )
      )
      AND (
        NOT (
          t."v15"
        )
      )
      THEN 'breach'
      WHEN NOT (
        (
          (
            (
              NOT (
                t."v3"
              )
            ) AND t."v16"
          )
          OR (
            t."s_method_approval_date" > t."s_start_date"
          )
        )
        AND (
          NOT (
            t."v15"
          )
        )
      )
      THEN 'query'
    END,
    'query'
  ) AS VARCHAR) AS "open-tender-threshold nature"
FROM (
  SELECT
    t.*,
    (
      t."s_exempt" IS NULL
    )
    AND (
      (
        (
          t."v14" OR (
            (
              NOT (
                t."a2_c2" IS NULL
              )
            ) AND t."a2_c2"
          )
        )
        OR (
          COALESCE(POSITION(' line ' IN t."s__to_fill"), 0) > 0
        )
      )
      OR (
        COALESCE(POSITION(' deviation_reason ' IN t."j4__to_fill"), 0) > 0
      )
    ) AS v15
  FROM (
    SELECT
      t.*,
      (
        (
          t."v3" AND (
            t."s_method_approval_date" <= t."s_start_date"
          )
        )
        OR (
          (
            t."s_method" = 'framework'
          ) AND (
            t."v1" >= CAST('2022-03-01' AS DATE)
          )
        )
      )
      OR t."v5" AS v6,
      TRANSLATE(
        t."v13",
        'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]‐‑‒–—―•‧−∙⋅【】〔〕〖〗・﹙﹚﹝﹞﹣！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～･	
              ​‌‍    ⁠　﻿',
        'abcdefghijklmnopqrstuvwxyz()------··-··()()()·()()-!"#$%&''()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz(\)^_`abcdefghijklmnopqrstuvwxyz{|}~·'
      ) ~ '不可抗力|不明原因|健康监测|健康观察|强降雨|无害化|防护服|上访|丢失|中断|中毒|事件|事故|传染|伤亡|伤人|低温|侧翻|倒伏|倒房|倒灌|倾倒|停水|决堤|凶杀|劝返|危及|危房|发烧|发热|受伤|受损|口罩|台风|命案|善后|大风|失火|失联|失踪|密接|寒潮|少雨|山体|山火|开裂|恐怖|意外|感染|扑杀|扑火|投毒|抛锚|损坏|排危|援沪|援鄂|搜寻|撤离|断水|断电|新冠|核酸|毒气|污染|沉没|沉船|泄漏|泄露|流感|海啸|消杀|渗漏|溢油|溺水|滞留|漫堤|火情|灭火|狂犬|疏散|疑似|疯狗|病例|病害|病死|病虫|着火|砸伤|确诊|积水|管控|管涌|维稳|缠访|聚集|脱轨|腹泻|舆情|落石|虫害|被困|裂缝|触电|讨薪|踩踏|遇难|重建|闭环|闹访|阳性|降水|隔离|雷击|静默|飓风|驰援|高温|冰|冻|坍|坠|垮|塌|急|抢|救|旱|暴|毁|汛|洪|涝|淹|溃|灾|爆|疫|突|袭|险|陷|雪|雹|震' AS v14
    FROM (
      SELECT
        t.*,
        (
          (
            (
              t."s_category" = 'goods'
            ) OR (
              t."s_category" = 'services'
            )
          )
          AND (
            (
              NOT (
                CASE
                  WHEN t."v1" IS NULL
                  THEN CAST(NULL AS BIGINT)
                  WHEN t."v1" < CAST('2020-01-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN t."v1" < CAST('2021-01-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN t."v1" < CAST('2022-01-01' AS DATE)
                  THEN CAST(200000000 AS BIGINT)
                  WHEN t."v1" < CAST('2025-09-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN t."v1" < CAST('2026-01-01' AS DATE)
                  THEN CAST(200000000 AS BIGINT)
                  WHEN NOT (
                    t."v1" IS NULL
                  )
                  THEN CAST(NULL AS BIGINT)
                END IS NULL
              )
            )
            OR (
              CAST(NULL AS BIGINT) IS NULL
            )
          )
        )
        AND (
          (
            t."s_budget" >= CASE
              WHEN t."v1" IS NULL
              THEN CAST(NULL AS BIGINT)
              WHEN t."v1" < CAST('2020-01-01' AS DATE)
              THEN CAST(NULL AS BIGINT)
              WHEN t."v1" < CAST('2021-01-01' AS DATE)
              THEN CAST(NULL AS BIGINT)
              WHEN t."v1" < CAST('2022-01-01' AS DATE)
              THEN CAST(200000000 AS BIGINT)
              WHEN t."v1" < CAST('2025-09-01' AS DATE)
              THEN CAST(NULL AS BIGINT)
              WHEN t."v1" < CAST('2026-01-01' AS DATE)
              THEN CAST(200000000 AS BIGINT)
              WHEN NOT (
                t."v1" IS NULL
              )
              THEN CAST(NULL AS BIGINT)
            END
          )
          OR (
            (
              (
                t."s_amount" >= CASE
                  WHEN t."v1" IS NULL
                  THEN CAST(NULL AS BIGINT)
                  WHEN t."v1" < CAST('2020-01-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN t."v1" < CAST('2021-01-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN t."v1" < CAST('2022-01-01' AS DATE)
                  THEN CAST(200000000 AS BIGINT)
                  WHEN t."v1" < CAST('2025-09-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN t."v1" < CAST('2026-01-01' AS DATE)
                  THEN CAST(200000000 AS BIGINT)
                  WHEN NOT (
                    t."v1" IS NULL
                  )
                  THEN CAST(NULL AS BIGINT)
                END
              )
              AND (
                t."s_budget" IS NULL
              )
            )
            AND (
              NOT (
                COALESCE(POSITION(' budget ' IN t."s__to_fill"), 0) > 0
              )
            )
          )
        ) AS v2,
        (
          (
            (
              (
                NOT (
                  t."s_exempt" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' exempt ' IN t."s__to_fill"), 0) > 0
              )
            )
            AND t."s_exempt"
          )
          OR t."a2_c1"
        )
        OR (
          (
            t."a3_c1" AND (
              NOT (
                t."v4"
              )
            )
          )
          AND CASE WHEN NOT (
            t."j4_kind" IS NULL
          ) THEN TRUE END
        ) AS v5,
        CAST(2 AS BIGINT) * CASE
          WHEN t."v1" IS NULL
          THEN CAST(NULL AS BIGINT)
          WHEN t."v1" < CAST('2020-01-01' AS DATE)
          THEN CAST(NULL AS BIGINT)
          WHEN t."v1" < CAST('2021-01-01' AS DATE)
          THEN CAST(NULL AS BIGINT)
          WHEN t."v1" < CAST('2022-01-01' AS DATE)
          THEN CAST(200000000 AS BIGINT)
          WHEN t."v1" < CAST('2025-09-01' AS DATE)
          THEN CAST(NULL AS BIGINT)
          WHEN t."v1" < CAST('2026-01-01' AS DATE)
          THEN CAST(200000000 AS BIGINT)
          WHEN NOT (
            t."v1" IS NULL
          )
          THEN CAST(NULL AS BIGINT)
        END AS v9,
        REGEXP_REPLACE(
          t."v12",
          '沉陷区治理规划|积水点改造规划|核酸自愿检测|污染防治攻坚|传染病医院|传染病报告|救护车保险|救护车年检|污染源普查|事件营销|产业聚集|人才聚集|停水电费|冰雪运动|口罩生产|急救培训|急救知识|扬尘管控|救助管理|汛期值班|灭火演练|疾病预防|病虫测报|聚集产业|重建政务|重建系统|重建网站|防控中心|意外险|救助站|案事件|洪山区|灭火器|责任险|保险|冰场|冰柜|冰箱|冷冻|急诊|急需|抢先|抢占|抢抓|抢答|旱厕|旱地|洪江|洪湖|着急|突出|突破|缺陷|裂变|险种|雪亮|风险',
          '',
          'g'
        ) AS v13
      FROM (
        SELECT
          t.*,
          CASE
            WHEN (
              NOT (
                t."s_start_date" IS NULL
              )
            )
            OR (
              COALESCE(POSITION(' start_date ' IN t."s__to_fill"), 0) > 0
            )
            THEN t."s_start_date"
            WHEN NOT (
              (
                NOT (
                  t."s_start_date" IS NULL
                )
              )
              OR (
                COALESCE(POSITION(' start_date ' IN t."s__to_fill"), 0) > 0
              )
            )
            THEN t."s_sign_date"
          END AS v1,
          CASE
            WHEN NOT (
              t."s_method_approval" IS NULL
            )
            THEN TRUE
            WHEN COALESCE(POSITION(' method_approval ' IN t."s__none"), 0) > 0
            THEN FALSE
            WHEN COALESCE(POSITION(' method_approval ' IN t."s__hidden"), 0) > 0
            THEN FALSE
            WHEN (
              t."j1__read" = 'whole'
            )
            AND (
              NOT (
                COALESCE(POSITION(' method_approval ' IN t."s__to_fill"), 0) > 0
              )
            )
            THEN FALSE
          END AS v3,
          CASE
            WHEN NOT (
              t."s_line" IS NULL
            )
            THEN TRUE
            WHEN COALESCE(POSITION(' line ' IN t."s__none"), 0) > 0
            THEN TRUE
            WHEN COALESCE(POSITION(' line ' IN t."s__hidden"), 0) > 0
            THEN FALSE
            WHEN (
              t."j1__read" = 'whole'
            )
            AND (
              NOT (
                COALESCE(POSITION(' line ' IN t."s__to_fill"), 0) > 0
              )
            )
            THEN FALSE
          END AS v4,
          (
            CAST(2 AS BIGINT) * t."s_budget"
          ) - CASE WHEN t."s_budget" = 0 THEN CAST(0 AS BIGINT) ELSE t."s_budget__step" END AS v7,
          (
            CAST(2 AS BIGINT) * t."s_budget"
          ) + CASE WHEN t."s_budget" = 0 THEN CAST(0 AS BIGINT) ELSE t."s_budget__step" END AS v8,
          (
            CAST(2 AS BIGINT) * t."s_amount"
          ) - CASE WHEN t."s_amount" = 0 THEN CAST(0 AS BIGINT) ELSE t."s_amount__step" END AS v10,
          (
            CAST(2 AS BIGINT) * t."s_amount"
          ) + CASE WHEN t."s_amount" = 0 THEN CAST(0 AS BIGINT) ELSE t."s_amount__step" END AS v11,
          REGEXP_REPLACE(
            t."s_subject_matter",
            '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型',
            '',
            'g'
          ) AS v12,
          CASE
            WHEN NOT (
              t."s_method_approval" IS NULL
            )
            THEN TRUE
            WHEN COALESCE(POSITION(' method_approval ' IN t."s__none"), 0) > 0
            THEN TRUE
            WHEN COALESCE(POSITION(' method_approval ' IN t."s__hidden"), 0) > 0
            THEN FALSE
            WHEN (
              t."j1__read" = 'whole'
            )
            AND (
              NOT (
                COALESCE(POSITION(' method_approval ' IN t."s__to_fill"), 0) > 0
              )
            )
            THEN FALSE
          END AS v16
        FROM (
          SELECT
            a2."c1" AS "a2_c1",
            a2."c2" AS "a2_c2",
            a3."c1" AS "a3_c1",
            j1."_read" AS "j1__read",
            j4."_to_fill" AS "j4__to_fill",
            j4."kind" AS "j4_kind",
            s."_case" AS "s__case",
            s."_fact" AS "s__fact",
            s."_hidden" AS "s__hidden",
            s."_id" AS "s__id",
            s."_none" AS "s__none",
            s."_to_fill" AS "s__to_fill",
            s."amount" AS "s_amount",
            s."amount__step" AS "s_amount__step",
            s."budget" AS "s_budget",
            s."budget__step" AS "s_budget__step",
            s."category" AS "s_category",
            s."exempt" AS "s_exempt",
            s."line" AS "s_line",
            s."method" AS "s_method",
            s."method_approval" AS "s_method_approval",
            s."method_approval_date" AS "s_method_approval_date",
            s."sign_date" AS "s_sign_date",
            s."start_date" AS "s_start_date",
            s."subject_matter" AS "s_subject_matter"
          FROM "contract" AS s
          LEFT JOIN "unit" AS j1
            ON j1."_case" = s."_case"
          LEFT JOIN "budget_line_1" AS a2
            ON a2."k1" = COALESCE(s."line", (
              -1
            ))
          LEFT JOIN "unit_2" AS a3
            ON a3."k1" = COALESCE(s."_case", (
              -1
            ))
          LEFT JOIN "budget_line" AS j4
            ON j4."_fact" = s."line"
          OFFSET 0
        ) AS t
        OFFSET 0
      ) AS t
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  OFFSET 0
) AS t;

-- contract line catalogue_item
WITH "groups_own" AS (
  SELECT
    c."_case" AS "_case",
    MIN(c."_fact") AS "_fact",
    c."line" AS "line",
    MIN(c."catalogue_item" COLLATE "C") AS "catalogue_item",
    MIN(CAST(c."line__id" AS VARCHAR)) || '/' || MIN(CAST(c."catalogue_item" AS VARCHAR) COLLATE "C") AS "_id"
  FROM "contract" AS c
  WHERE
    (
      NOT (
        c."line" IS NULL
      )
    )
    AND (
      NOT (
        c."catalogue_item" IS NULL
      )
    )
  GROUP BY
    c."_case",
    c."line",
    TRANSLATE(
      c."catalogue_item",
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]‐‑‒–—―•‧−∙⋅【】〔〕〖〗・﹙﹚﹝﹞﹣！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～･	
              ​‌‍    ⁠　﻿',
      'abcdefghijklmnopqrstuvwxyz()------··-··()()()·()()-!"#$%&''()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz(\)^_`abcdefghijklmnopqrstuvwxyz{|}~·'
    )
), "groups_strays" AS (
  SELECT
    g."_fact" AS k1,
    COUNT(*) AS c1
  FROM "groups_own" AS g
  JOIN "contract" AS c
    ON (
      (
        (
          c."_case" = g."_case"
        )
        AND (
          (
            c."line" IS NULL
          ) OR (
            c."line" = g."line"
          )
        )
      )
      AND (
        (
          c."catalogue_item" IS NULL
        )
        OR (
          TRANSLATE(
            c."catalogue_item",
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]‐‑‒–—―•‧−∙⋅【】〔〕〖〗・﹙﹚﹝﹞﹣！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～･	
              ​‌‍    ⁠　﻿',
            'abcdefghijklmnopqrstuvwxyz()------··-··()()()·()()-!"#$%&''()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz(\)^_`abcdefghijklmnopqrstuvwxyz{|}~·'
          ) = TRANSLATE(
            g."catalogue_item",
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]‐‑‒–—―•‧−∙⋅【】〔〕〖〗・﹙﹚﹝﹞﹣！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～･	
              ​‌‍    ⁠　﻿',
            'abcdefghijklmnopqrstuvwxyz()------··-··()()()·()()-!"#$%&''()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz(\)^_`abcdefghijklmnopqrstuvwxyz{|}~·'
          )
        )
      )
    )
    AND (
      NOT (
        (
          NOT (
            c."line" IS NULL
          )
        )
        AND (
          NOT (
            c."catalogue_item" IS NULL
          )
        )
      )
    )
  GROUP BY
    g."_fact"
), "groups" AS (
  SELECT
    g.*,
    CASE
      WHEN (
        u."contract__state" = 'complete'
      ) AND (
        x."k1" IS NULL
      )
      THEN 'complete'
      ELSE 'partial'
    END AS "members__state"
  FROM "groups_own" AS g
  LEFT JOIN "unit" AS u
    ON u."_case" = g."_case"
  LEFT JOIN "groups_strays" AS x
    ON x."k1" = g."_fact"
), "budget_line_2" AS (
  SELECT
    k."k1" AS k1,
    (
      (
        NOT (
          c."is_emergency" IS NULL
        )
      )
      OR (
        COALESCE(POSITION(' is_emergency ' IN c."_to_fill"), 0) > 0
      )
    )
    AND c."is_emergency" AS c1
  FROM (
    SELECT DISTINCT
      COALESCE(n."line", (
        -1
      )) AS k1
    FROM "contract" AS n
  ) AS k
  LEFT JOIN "budget_line" AS c
    ON c."_fact" = k."k1"
), "budget_line_4" AS (
  SELECT
    t."c__case" AS k1,
    SUM(CAST(t."v1" AS DECIMAL(38, 0))) AS c1
  FROM (
    SELECT
      t.*,
      CASE
        WHEN (
          COALESCE(POSITION(' is_emergency ' IN t."c__to_fill"), 0) > 0
        )
        OR t."c_is_emergency"
        THEN CAST(1 AS BIGINT)
        WHEN NOT (
          (
            COALESCE(POSITION(' is_emergency ' IN t."c__to_fill"), 0) > 0
          )
          OR t."c_is_emergency"
        )
        THEN CAST(0 AS BIGINT)
      END AS v1
    FROM (
      SELECT
        c."_case" AS "c__case",
        c."_to_fill" AS "c__to_fill",
        c."is_emergency" AS "c_is_emergency"
      FROM "budget_line" AS c
      WHERE
        NOT (
          c."_case" IS NULL
        )
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  GROUP BY
    t."c__case"
), "unit_3" AS (
  SELECT
    k."k1" AS k1,
    (
      COALESCE(a1."c1", 0) > 0
    )
    OR (
      (
        COALESCE(POSITION(' budget_line ' IN c."_to_fill"), 0) > 0
      )
      AND (
        c."budget_line__state" IS NULL
      )
    ) AS c1
  FROM (
    SELECT DISTINCT
      COALESCE(n."_case", (
        -1
      )) AS k1
    FROM "contract" AS n
  ) AS k
  LEFT JOIN "unit" AS c
    ON c."_case" = k."k1"
  LEFT JOIN "budget_line_4" AS a1
    ON a1."k1" = c."_case"
), "groups_members_1" AS (
  SELECT
    MIN(t."c__fact") AS k1,
    SUM(CAST(t."v5" AS DECIMAL(38, 0))) AS c1,
    COUNT(CASE WHEN (
      t."v3" AND (
        NOT (
          t."v4"
        )
      )
    ) IS NULL THEN 1 END) AS c2,
    COUNT(CASE WHEN t."v3" AND (
      NOT (
        t."v4"
      )
    ) THEN 1 END) AS c3,
    SUM(
      CAST(CASE WHEN t."v3" AND (
        NOT (
          t."v4"
        )
      ) THEN t."c_amount" END AS DECIMAL(38, 0))
    ) AS c4,
    COUNT(
      CASE
        WHEN (
          (
            t."v3" AND (
              NOT (
                t."v4"
              )
            )
          ) IS NULL
        )
        OR (
          (
            t."v3" AND (
              NOT (
                t."v4"
              )
            )
          )
          AND (
            t."c_amount" IS NULL
          )
        )
        THEN 1
      END
    ) AS c5,
    SUM(CAST(CASE WHEN t."v6" THEN t."v7" END AS DECIMAL(38, 0))) AS c6,
    SUM(CAST(CASE WHEN t."v6" THEN t."v8" END AS DECIMAL(38, 0))) AS c7
  FROM (
    SELECT
      t.*,
      CASE
        WHEN t."v3" AND (
          NOT (
            t."v4"
          )
        )
        THEN CAST(1 AS BIGINT)
        WHEN NOT (
          t."v3" AND (
            NOT (
              t."v4"
            )
          )
        )
        THEN CAST(0 AS BIGINT)
      END AS v5
    FROM (
      SELECT
        t.*,
        (
          (
            (
              (
                t."c_method" <> 'open_tender'
              ) AND (
                t."c_category" <> 'works'
              )
            )
            AND (
              NOT (
                t."v2"
              )
            )
          )
          AND (
            NOT (
              (
                t."c_method" = 'framework'
              )
              AND (
                t."c_sign_date" >= CAST('2022-03-01' AS DATE)
              )
            )
          )
        )
        AND (
          CAST(EXTRACT(YEAR FROM t."c_sign_date") AS BIGINT) = t."j3_fiscal_year"
        ) AS v3
      FROM (
        SELECT
          t.*,
          (
            (
              (
                (
                  NOT (
                    t."c_exempt" IS NULL
                  )
                )
                OR (
                  COALESCE(POSITION(' exempt ' IN t."c__to_fill"), 0) > 0
                )
              )
              AND t."c_exempt"
            )
            OR t."a1_c1"
          )
          OR (
            (
              t."a2_c1" AND (
                NOT (
                  t."v1"
                )
              )
            )
            AND CASE WHEN NOT (
              t."j4_kind" IS NULL
            ) THEN TRUE END
          ) AS v2,
          (
            (
              (
                (
                  (
                    t."c_method" <> 'open_tender'
                  ) AND (
                    t."c_category" <> 'works'
                  )
                )
                AND (
                  NOT (
                    (
                      (
                        (
                          (
                            NOT (
                              t."c_exempt" IS NULL
                            )
                          )
                          OR (
                            COALESCE(POSITION(' exempt ' IN t."c__to_fill"), 0) > 0
                          )
                        )
                        AND t."c_exempt"
                      )
                      OR t."a1_c1"
                    )
                    OR (
                      (
                        t."a2_c1" AND (
                          NOT (
                            t."v1"
                          )
                        )
                      )
                      AND CASE WHEN NOT (
                        t."j4_kind" IS NULL
                      ) THEN TRUE END
                    )
                  )
                )
              )
              AND (
                NOT (
                  (
                    t."c_method" = 'framework'
                  )
                  AND (
                    t."c_sign_date" >= CAST('2022-03-01' AS DATE)
                  )
                )
              )
            )
            AND (
              CAST(EXTRACT(YEAR FROM t."c_sign_date") AS BIGINT) = t."j3_fiscal_year"
            )
          )
          AND (
            NOT (
              t."v4"
            )
          ) AS v6
        FROM (
          SELECT
            t.*,
            CASE
              WHEN NOT (
                t."c_line" IS NULL
              )
              THEN TRUE
              WHEN COALESCE(POSITION(' line ' IN t."c__none"), 0) > 0
              THEN TRUE
              WHEN COALESCE(POSITION(' line ' IN t."c__hidden"), 0) > 0
              THEN FALSE
              WHEN (
                t."j3__read" = 'whole'
              )
              AND (
                NOT (
                  COALESCE(POSITION(' line ' IN t."c__to_fill"), 0) > 0
                )
              )
              THEN FALSE
            END AS v1,
            CASE
              WHEN NOT (
                t."c_method_approval" IS NULL
              )
              THEN TRUE
              WHEN COALESCE(POSITION(' method_approval ' IN t."c__none"), 0) > 0
              THEN FALSE
              WHEN COALESCE(POSITION(' method_approval ' IN t."c__hidden"), 0) > 0
              THEN FALSE
              WHEN (
                t."j3__read" = 'whole'
              )
              AND (
                NOT (
                  COALESCE(POSITION(' method_approval ' IN t."c__to_fill"), 0) > 0
                )
              )
              THEN FALSE
            END AS v4,
            (
              CAST(2 AS BIGINT) * t."c_amount"
            ) - CASE WHEN t."c_amount" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_amount__step" END AS v7,
            (
              CAST(2 AS BIGINT) * t."c_amount"
            ) + CASE WHEN t."c_amount" = 0 THEN CAST(0 AS BIGINT) ELSE t."c_amount__step" END AS v8
          FROM (
            SELECT
              a1."c1" AS "a1_c1",
              a2."c1" AS "a2_c1",
              c."_case" AS "c__case",
              c."_fact" AS "c__fact",
              c."_hidden" AS "c__hidden",
              c."_none" AS "c__none",
              c."_to_fill" AS "c__to_fill",
              c."amount" AS "c_amount",
              c."amount__step" AS "c_amount__step",
              c."catalogue_item" AS "c_catalogue_item",
              c."category" AS "c_category",
              c."exempt" AS "c_exempt",
              c."line" AS "c_line",
              c."method" AS "c_method",
              c."method_approval" AS "c_method_approval",
              c."sign_date" AS "c_sign_date",
              j3."_read" AS "j3__read",
              j3."fiscal_year" AS "j3_fiscal_year",
              j4."kind" AS "j4_kind"
            FROM "contract" AS c
            LEFT JOIN "budget_line_2" AS a1
              ON a1."k1" = COALESCE(c."line", (
                -1
              ))
            LEFT JOIN "unit_3" AS a2
              ON a2."k1" = COALESCE(c."_case", (
                -1
              ))
            LEFT JOIN "unit" AS j3
              ON j3."_case" = c."_case"
            LEFT JOIN "budget_line" AS j4
              ON j4."_fact" = c."line"
            WHERE
              (
                NOT (
                  c."line" IS NULL
                )
              )
              AND (
                NOT (
                  c."catalogue_item" IS NULL
                )
              )
            OFFSET 0
          ) AS t
          OFFSET 0
        ) AS t
        OFFSET 0
      ) AS t
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  GROUP BY
    t."c__case",
    t."c_line",
    TRANSLATE(
      t."c_catalogue_item",
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]‐‑‒–—―•‧−∙⋅【】〔〕〖〗・﹙﹚﹝﹞﹣！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～･	
              ​‌‍    ⁠　﻿',
      'abcdefghijklmnopqrstuvwxyz()------··-··()()()·()()-!"#$%&''()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz(\)^_`abcdefghijklmnopqrstuvwxyz{|}~·'
    )
)
SELECT
  t."s__case" AS "_case",
  t."s__fact" AS "_fact",
  t."s__id" AS "_id",
  CAST(CASE
    WHEN NOT (
      t."v1"
    )
    THEN 'not_applicable'
    WHEN t."v2"
    THEN 'pass'
    WHEN (
      t."v1" IS NULL
    ) OR (
      t."v2" IS NULL
    )
    THEN 'undetermined'
    WHEN NOT (
      CASE
        WHEN COALESCE(t."a1_c7", 0) <= (
          CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
        )
        THEN TRUE
        WHEN COALESCE(t."a1_c6", 0) > (
          CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
        )
        THEN FALSE
      END
      AND CASE
        WHEN NOT (
          CASE
            WHEN (
              t."s_members__state" = 'complete'
            ) AND (
              COALESCE(t."a1_c5", 0) = 0
            )
            THEN COALESCE(t."a1_c4", 0)
          END IS NULL
        )
        THEN TRUE
      END
    )
    THEN 'fail'
    ELSE 'undetermined'
  END AS VARCHAR) AS "contract-splitting",
  COALESCE(t."a1_c4", 0) AS "contract-splitting amount",
  CAST('high' AS VARCHAR) AS "contract-splitting severity"
FROM (
  SELECT
    t.*,
    (
      COALESCE(t."a1_c1", 0) > 1
    )
    OR (
      NOT (
        CASE
          WHEN NOT (
            CASE
              WHEN (
                t."s_members__state" = 'complete'
              ) AND (
                COALESCE(t."a1_c2", 0) = 0
              )
              THEN COALESCE(t."a1_c3", 0)
            END IS NULL
          )
          THEN TRUE
        END
      )
    ) AS v1,
    (
      COALESCE(t."a1_c4", 0) <= CAST(NULL AS BIGINT)
    )
    AND CASE
      WHEN NOT (
        CASE
          WHEN (
            t."s_members__state" = 'complete'
          ) AND (
            COALESCE(t."a1_c5", 0) = 0
          )
          THEN COALESCE(t."a1_c4", 0)
        END IS NULL
      )
      THEN TRUE
    END AS v2
  FROM (
    SELECT
      a1."c1" AS "a1_c1",
      a1."c2" AS "a1_c2",
      a1."c3" AS "a1_c3",
      a1."c4" AS "a1_c4",
      a1."c5" AS "a1_c5",
      a1."c6" AS "a1_c6",
      a1."c7" AS "a1_c7",
      s."_case" AS "s__case",
      s."_fact" AS "s__fact",
      s."_id" AS "s__id",
      s."members__state" AS "s_members__state"
    FROM "groups" AS s
    LEFT JOIN "groups_members_1" AS a1
      ON a1."k1" = s."_fact"
    OFFSET 0
  ) AS t
  OFFSET 0
) AS t;

-- stated_figure 
WITH "operand_1" AS (
  SELECT
    t."c__owner" AS k1,
    COUNT(
      CASE
        WHEN (
          (
            t."c_role" = 'base'
          ) IS NULL
        )
        OR (
          (
            t."c_role" = 'base'
          ) AND (
            t."v1" IS NULL
          )
        )
        THEN 1
      END
    ) AS c1,
    SUM(CASE WHEN t."c_role" = 'base' THEN t."v1" END) AS c2,
    SUM(CASE WHEN t."c_role" = 'base' THEN t."v2" END) AS c3,
    COUNT(
      CASE
        WHEN (
          (
            t."c_role" = 'term'
          ) IS NULL
        )
        OR (
          (
            t."c_role" = 'term'
          ) AND (
            t."v1" IS NULL
          )
        )
        THEN 1
      END
    ) AS c4,
    SUM(CASE WHEN t."c_role" = 'term' THEN t."v1" END) AS c5,
    SUM(CASE WHEN t."c_role" = 'term' THEN t."v2" END) AS c6
  FROM (
    SELECT
      t.*,
      (
        CAST(2 AS BIGINT) * CAST(t."c_figure" AS DECIMAL(38, 0))
      ) - CAST(t."c_figure__step" AS DECIMAL(38, 0)) AS v1,
      (
        CAST(2 AS BIGINT) * CAST(t."c_figure" AS DECIMAL(38, 0))
      ) + CAST(t."c_figure__step" AS DECIMAL(38, 0)) AS v2
    FROM (
      SELECT
        c."_owner" AS "c__owner",
        c."figure" AS "c_figure",
        c."figure__step" AS "c_figure__step",
        c."role" AS "c_role"
      FROM "operand" AS c
      WHERE
        (
          NOT (
            c."_owner" IS NULL
          )
        )
        AND (
          COALESCE(c."role" = 'base', TRUE) OR COALESCE(c."role" = 'term', TRUE)
        )
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  GROUP BY
    t."c__owner"
)
SELECT
  t."s__case" AS "_case",
  t."s__fact" AS "_fact",
  t."s__id" AS "_id",
  CAST(CASE
    WHEN NOT (
      t."s_kind" = 'growth'
    )
    THEN 'not_applicable'
    WHEN t."v11"
    THEN 'pass'
    WHEN (
      (
        t."s_kind" = 'growth'
      ) IS NULL
    ) OR (
      t."v11" IS NULL
    )
    THEN 'undetermined'
    ELSE 'fail'
  END AS VARCHAR) AS "stated-growth",
  CAST(NULL AS DECIMAL(38, 0)) AS "stated-growth amount",
  CAST('medium' AS VARCHAR) AS "stated-growth severity"
FROM (
  SELECT
    t.*,
    CASE
      WHEN t."v1"
      THEN CASE
        WHEN CASE
          WHEN (
            t."s_operand__state" = 'complete'
          ) AND (
            COALESCE(t."a2_c1", 0) = 0
          )
          THEN COALESCE(t."a2_c2", 0)
        END > 0
        THEN (
          CASE
            WHEN (
              t."v4" * CASE
                WHEN (
                  t."s_operand__state" = 'complete'
                ) AND (
                  COALESCE(t."a2_c1", 0) = 0
                )
                THEN COALESCE(t."a2_c2", 0)
              END
            ) <= (
              t."v4" * CASE
                WHEN (
                  t."s_operand__state" = 'complete'
                ) AND (
                  COALESCE(t."a2_c1", 0) = 0
                )
                THEN COALESCE(t."a2_c3", 0)
              END
            )
            THEN t."v4" * CASE
              WHEN (
                t."s_operand__state" = 'complete'
              ) AND (
                COALESCE(t."a2_c1", 0) = 0
              )
              THEN COALESCE(t."a2_c2", 0)
            END
            WHEN NOT (
              (
                t."v4" * CASE
                  WHEN (
                    t."s_operand__state" = 'complete'
                  ) AND (
                    COALESCE(t."a2_c1", 0) = 0
                  )
                  THEN COALESCE(t."a2_c2", 0)
                END
              ) <= (
                t."v4" * CASE
                  WHEN (
                    t."s_operand__state" = 'complete'
                  ) AND (
                    COALESCE(t."a2_c1", 0) = 0
                  )
                  THEN COALESCE(t."a2_c3", 0)
                END
              )
            )
            THEN t."v4" * CASE
              WHEN (
                t."s_operand__state" = 'complete'
              ) AND (
                COALESCE(t."a2_c1", 0) = 0
              )
              THEN COALESCE(t."a2_c3", 0)
            END
          END <= (
            (
              CAST(2 AS BIGINT) * t."v3"
            ) * CAST(10000000000 AS BIGINT)
          )
        )
        AND (
          (
            (
              CAST(2 AS BIGINT) * t."v2"
            ) * CAST(10000000000 AS BIGINT)
          ) <= CASE
            WHEN (
              t."v5" * CASE
                WHEN (
                  t."s_operand__state" = 'complete'
                ) AND (
                  COALESCE(t."a2_c1", 0) = 0
                )
                THEN COALESCE(t."a2_c2", 0)
              END
            ) >= (
              t."v5" * CASE
                WHEN (
                  t."s_operand__state" = 'complete'
                ) AND (
                  COALESCE(t."a2_c1", 0) = 0
                )
                THEN COALESCE(t."a2_c3", 0)
              END
            )
            THEN t."v5" * CASE
              WHEN (
                t."s_operand__state" = 'complete'
              ) AND (
                COALESCE(t."a2_c1", 0) = 0
              )
              THEN COALESCE(t."a2_c2", 0)
            END
            WHEN NOT (
              (
                t."v5" * CASE
                  WHEN (
                    t."s_operand__state" = 'complete'
                  ) AND (
                    COALESCE(t."a2_c1", 0) = 0
                  )
                  THEN COALESCE(t."a2_c2", 0)
                END
              ) >= (
                t."v5" * CASE
                  WHEN (
                    t."s_operand__state" = 'complete'
                  ) AND (
                    COALESCE(t."a2_c1", 0) = 0
                  )
                  THEN COALESCE(t."a2_c3", 0)
                END
              )
            )
            THEN t."v5" * CASE
              WHEN (
                t."s_operand__state" = 'complete'
              ) AND (
                COALESCE(t."a2_c1", 0) = 0
              )
              THEN COALESCE(t."a2_c3", 0)
            END
          END
        )
      END
      WHEN NOT (
        t."v1"
      )
      THEN (
        (
          (
            (
              (
                NOT (
                  t."s_worded" IS NULL
                )
              )
              OR CASE
                WHEN CASE
                  WHEN (
                    t."s_operand__state" = 'complete'
                  ) AND (
                    COALESCE(t."a2_c1", 0) = 0
                  )
                  THEN COALESCE(t."a2_c2", 0)
                END > 0
                THEN (
                  CASE
                    WHEN (
                      (
                        20000000000 + t."v6"
                      ) * CASE
                        WHEN (
                          t."s_operand__state" = 'complete'
                        ) AND (
                          COALESCE(t."a2_c1", 0) = 0
                        )
                        THEN COALESCE(t."a2_c2", 0)
                      END
                    ) <= (
                      (
                        20000000000 + t."v6"
                      ) * CASE
                        WHEN (
                          t."s_operand__state" = 'complete'
                        ) AND (
                          COALESCE(t."a2_c1", 0) = 0
                        )
                        THEN COALESCE(t."a2_c3", 0)
                      END
                    )
                    THEN (
                      20000000000 + t."v6"
                    ) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c1", 0) = 0
                      )
                      THEN COALESCE(t."a2_c2", 0)
                    END
                    WHEN NOT (
                      (
                        (
                          20000000000 + t."v6"
                        ) * CASE
                          WHEN (
                            t."s_operand__state" = 'complete'
                          ) AND (
                            COALESCE(t."a2_c1", 0) = 0
                          )
                          THEN COALESCE(t."a2_c2", 0)
                        END
                      ) <= (
                        (
                          20000000000 + t."v6"
                        ) * CASE
                          WHEN (
                            t."s_operand__state" = 'complete'
                          ) AND (
                            COALESCE(t."a2_c1", 0) = 0
                          )
                          THEN COALESCE(t."a2_c3", 0)
                        END
                      )
                    )
                    THEN (
                      20000000000 + t."v6"
                    ) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c1", 0) = 0
                      )
                      THEN COALESCE(t."a2_c3", 0)
                    END
                  END <= (
                    (
                      CAST(2 AS BIGINT) * CASE
                        WHEN (
                          t."s_operand__state" = 'complete'
                        ) AND (
                          COALESCE(t."a2_c4", 0) = 0
                        )
                        THEN COALESCE(t."a2_c6", 0)
                      END
                    ) * CAST(10000000000 AS BIGINT)
                  )
                )
                AND (
                  (
                    (
                      CAST(2 AS BIGINT) * CASE
                        WHEN (
                          t."s_operand__state" = 'complete'
                        ) AND (
                          COALESCE(t."a2_c4", 0) = 0
                        )
                        THEN COALESCE(t."a2_c5", 0)
                      END
                    ) * CAST(10000000000 AS BIGINT)
                  ) <= CASE
                    WHEN (
                      (
                        20000000000 + t."v7"
                      ) * CASE
                        WHEN (
                          t."s_operand__state" = 'complete'
                        ) AND (
                          COALESCE(t."a2_c1", 0) = 0
                        )
                        THEN COALESCE(t."a2_c2", 0)
                      END
                    ) >= (
                      (
                        20000000000 + t."v7"
                      ) * CASE
                        WHEN (
                          t."s_operand__state" = 'complete'
                        ) AND (
                          COALESCE(t."a2_c1", 0) = 0
                        )
                        THEN COALESCE(t."a2_c3", 0)
                      END
                    )
                    THEN (
                      20000000000 + t."v7"
                    ) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c1", 0) = 0
                      )
                      THEN COALESCE(t."a2_c2", 0)
                    END
                    WHEN NOT (
                      (
                        (
                          20000000000 + t."v7"
                        ) * CASE
                          WHEN (
                            t."s_operand__state" = 'complete'
                          ) AND (
                            COALESCE(t."a2_c1", 0) = 0
                          )
                          THEN COALESCE(t."a2_c2", 0)
                        END
                      ) >= (
                        (
                          20000000000 + t."v7"
                        ) * CASE
                          WHEN (
                            t."s_operand__state" = 'complete'
                          ) AND (
                            COALESCE(t."a2_c1", 0) = 0
                          )
                          THEN COALESCE(t."a2_c3", 0)
                        END
                      )
                    )
                    THEN (
                      20000000000 + t."v7"
                    ) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c1", 0) = 0
                      )
                      THEN COALESCE(t."a2_c3", 0)
                    END
                  END
                )
              END
            )
            OR CASE
              WHEN CASE
                WHEN (
                  t."s_operand__state" = 'complete'
                ) AND (
                  COALESCE(t."a2_c1", 0) = 0
                )
                THEN COALESCE(t."a2_c2", 0)
              END > 0
              THEN (
                CASE
                  WHEN (
                    (
                      20000000000 - t."v7"
                    ) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c1", 0) = 0
                      )
                      THEN COALESCE(t."a2_c2", 0)
                    END
                  ) <= (
                    (
                      20000000000 - t."v7"
                    ) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c1", 0) = 0
                      )
                      THEN COALESCE(t."a2_c3", 0)
                    END
                  )
                  THEN (
                    20000000000 - t."v7"
                  ) * CASE
                    WHEN (
                      t."s_operand__state" = 'complete'
                    ) AND (
                      COALESCE(t."a2_c1", 0) = 0
                    )
                    THEN COALESCE(t."a2_c2", 0)
                  END
                  WHEN NOT (
                    (
                      (
                        20000000000 - t."v7"
                      ) * CASE
                        WHEN (
                          t."s_operand__state" = 'complete'
                        ) AND (
                          COALESCE(t."a2_c1", 0) = 0
                        )
                        THEN COALESCE(t."a2_c2", 0)
                      END
                    ) <= (
                      (
                        20000000000 - t."v7"
                      ) * CASE
                        WHEN (
                          t."s_operand__state" = 'complete'
                        ) AND (
                          COALESCE(t."a2_c1", 0) = 0
                        )
                        THEN COALESCE(t."a2_c3", 0)
                      END
                    )
                  )
                  THEN (
                    20000000000 - t."v7"
                  ) * CASE
                    WHEN (
                      t."s_operand__state" = 'complete'
                    ) AND (
                      COALESCE(t."a2_c1", 0) = 0
                    )
                    THEN COALESCE(t."a2_c3", 0)
                  END
                END <= (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c4", 0) = 0
                      )
                      THEN COALESCE(t."a2_c6", 0)
                    END
                  ) * CAST(10000000000 AS BIGINT)
                )
              )
              AND (
                (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c4", 0) = 0
                      )
                      THEN COALESCE(t."a2_c5", 0)
                    END
                  ) * CAST(10000000000 AS BIGINT)
                ) <= CASE
                  WHEN (
                    (
                      20000000000 - t."v6"
                    ) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c1", 0) = 0
                      )
                      THEN COALESCE(t."a2_c2", 0)
                    END
                  ) >= (
                    (
                      20000000000 - t."v6"
                    ) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c1", 0) = 0
                      )
                      THEN COALESCE(t."a2_c3", 0)
                    END
                  )
                  THEN (
                    20000000000 - t."v6"
                  ) * CASE
                    WHEN (
                      t."s_operand__state" = 'complete'
                    ) AND (
                      COALESCE(t."a2_c1", 0) = 0
                    )
                    THEN COALESCE(t."a2_c2", 0)
                  END
                  WHEN NOT (
                    (
                      (
                        20000000000 - t."v6"
                      ) * CASE
                        WHEN (
                          t."s_operand__state" = 'complete'
                        ) AND (
                          COALESCE(t."a2_c1", 0) = 0
                        )
                        THEN COALESCE(t."a2_c2", 0)
                      END
                    ) >= (
                      (
                        20000000000 - t."v6"
                      ) * CASE
                        WHEN (
                          t."s_operand__state" = 'complete'
                        ) AND (
                          COALESCE(t."a2_c1", 0) = 0
                        )
                        THEN COALESCE(t."a2_c3", 0)
                      END
                    )
                  )
                  THEN (
                    20000000000 - t."v6"
                  ) * CASE
                    WHEN (
                      t."s_operand__state" = 'complete'
                    ) AND (
                      COALESCE(t."a2_c1", 0) = 0
                    )
                    THEN COALESCE(t."a2_c3", 0)
                  END
                END
              )
            END
          )
          AND CASE
            WHEN CASE
              WHEN (
                t."s_operand__state" = 'complete'
              ) AND (
                COALESCE(t."a2_c1", 0) = 0
              )
              THEN COALESCE(t."a2_c2", 0)
            END > 0
            THEN (
              CASE
                WHEN (
                  (
                    20000000000 + t."v4"
                  ) * CASE
                    WHEN (
                      t."s_operand__state" = 'complete'
                    ) AND (
                      COALESCE(t."a2_c1", 0) = 0
                    )
                    THEN COALESCE(t."a2_c2", 0)
                  END
                ) <= (
                  (
                    20000000000 + t."v4"
                  ) * CASE
                    WHEN (
                      t."s_operand__state" = 'complete'
                    ) AND (
                      COALESCE(t."a2_c1", 0) = 0
                    )
                    THEN COALESCE(t."a2_c3", 0)
                  END
                )
                THEN (
                  20000000000 + t."v4"
                ) * CASE
                  WHEN (
                    t."s_operand__state" = 'complete'
                  ) AND (
                    COALESCE(t."a2_c1", 0) = 0
                  )
                  THEN COALESCE(t."a2_c2", 0)
                END
                WHEN NOT (
                  (
                    (
                      20000000000 + t."v4"
                    ) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c1", 0) = 0
                      )
                      THEN COALESCE(t."a2_c2", 0)
                    END
                  ) <= (
                    (
                      20000000000 + t."v4"
                    ) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c1", 0) = 0
                      )
                      THEN COALESCE(t."a2_c3", 0)
                    END
                  )
                )
                THEN (
                  20000000000 + t."v4"
                ) * CASE
                  WHEN (
                    t."s_operand__state" = 'complete'
                  ) AND (
                    COALESCE(t."a2_c1", 0) = 0
                  )
                  THEN COALESCE(t."a2_c3", 0)
                END
              END <= (
                (
                  CAST(2 AS BIGINT) * CASE
                    WHEN (
                      t."s_operand__state" = 'complete'
                    ) AND (
                      COALESCE(t."a2_c4", 0) = 0
                    )
                    THEN COALESCE(t."a2_c6", 0)
                  END
                ) * CAST(10000000000 AS BIGINT)
              )
            )
            AND (
              (
                (
                  CAST(2 AS BIGINT) * CASE
                    WHEN (
                      t."s_operand__state" = 'complete'
                    ) AND (
                      COALESCE(t."a2_c4", 0) = 0
                    )
                    THEN COALESCE(t."a2_c5", 0)
                  END
                ) * CAST(10000000000 AS BIGINT)
              ) <= CASE
                WHEN (
                  (
                    20000000000 + t."v5"
                  ) * CASE
                    WHEN (
                      t."s_operand__state" = 'complete'
                    ) AND (
                      COALESCE(t."a2_c1", 0) = 0
                    )
                    THEN COALESCE(t."a2_c2", 0)
                  END
                ) >= (
                  (
                    20000000000 + t."v5"
                  ) * CASE
                    WHEN (
                      t."s_operand__state" = 'complete'
                    ) AND (
                      COALESCE(t."a2_c1", 0) = 0
                    )
                    THEN COALESCE(t."a2_c3", 0)
                  END
                )
                THEN (
                  20000000000 + t."v5"
                ) * CASE
                  WHEN (
                    t."s_operand__state" = 'complete'
                  ) AND (
                    COALESCE(t."a2_c1", 0) = 0
                  )
                  THEN COALESCE(t."a2_c2", 0)
                END
                WHEN NOT (
                  (
                    (
                      20000000000 + t."v5"
                    ) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c1", 0) = 0
                      )
                      THEN COALESCE(t."a2_c2", 0)
                    END
                  ) >= (
                    (
                      20000000000 + t."v5"
                    ) * CASE
                      WHEN (
                        t."s_operand__state" = 'complete'
                      ) AND (
                        COALESCE(t."a2_c1", 0) = 0
                      )
                      THEN COALESCE(t."a2_c3", 0)
                    END
                  )
                )
                THEN (
                  20000000000 + t."v5"
                ) * CASE
                  WHEN (
                    t."s_operand__state" = 'complete'
                  ) AND (
                    COALESCE(t."a2_c1", 0) = 0
                  )
                  THEN COALESCE(t."a2_c3", 0)
                END
              END
            )
          END
        )
        OR (
          (
            t."v8"
            AND (
              NOT (
                (
                  NOT (
                    t."s_text" IS NULL
                  )
                )
                AND (
                  t."s_text" ~ '(占|比|较|完成|为|达|到|超|超出|超过|高于|低于|少于|多于)年初(批复)?预算|年初(批复)?预算数?(的|完成率|执行率)'
                )
              )
            )
          )
          AND CASE
            WHEN t."v9" > 0
            THEN (
              CASE
                WHEN (
                  (
                    20000000000 + t."v4"
                  ) * t."v9"
                ) <= (
                  (
                    20000000000 + t."v4"
                  ) * t."v10"
                )
                THEN (
                  20000000000 + t."v4"
                ) * t."v9"
                WHEN NOT (
                  (
                    (
                      20000000000 + t."v4"
                    ) * t."v9"
                  ) <= (
                    (
                      20000000000 + t."v4"
                    ) * t."v10"
                  )
                )
                THEN (
                  20000000000 + t."v4"
                ) * t."v10"
              END <= (
                (
                  CAST(2 AS BIGINT) * CASE
                    WHEN (
                      t."s_operand__state" = 'complete'
                    ) AND (
                      COALESCE(t."a2_c4", 0) = 0
                    )
                    THEN COALESCE(t."a2_c6", 0)
                  END
                ) * CAST(10000000000 AS BIGINT)
              )
            )
            AND (
              (
                (
                  CAST(2 AS BIGINT) * CASE
                    WHEN (
                      t."s_operand__state" = 'complete'
                    ) AND (
                      COALESCE(t."a2_c4", 0) = 0
                    )
                    THEN COALESCE(t."a2_c5", 0)
                  END
                ) * CAST(10000000000 AS BIGINT)
              ) <= CASE
                WHEN (
                  (
                    20000000000 + t."v5"
                  ) * t."v9"
                ) >= (
                  (
                    20000000000 + t."v5"
                  ) * t."v10"
                )
                THEN (
                  20000000000 + t."v5"
                ) * t."v9"
                WHEN NOT (
                  (
                    (
                      20000000000 + t."v5"
                    ) * t."v9"
                  ) >= (
                    (
                      20000000000 + t."v5"
                    ) * t."v10"
                  )
                )
                THEN (
                  20000000000 + t."v5"
                ) * t."v10"
              END
            )
          END
        )
      )
      OR (
        (
          (
            NOT (
              t."s_other_base_open" IS NULL
            )
          )
          AND (
            NOT (
              (
                NOT (
                  t."s_text" IS NULL
                )
              )
              AND (
                t."s_text" ~ '(占|比|较|完成|为|达|到|超|超出|超过|高于|低于|少于|多于)年初(批复)?预算|年初(批复)?预算数?(的|完成率|执行率)'
              )
            )
          )
        )
        AND CASE WHEN NOT (
          CAST(t."s_other_base" AS DECIMAL(38, 0)) IS NULL
        ) THEN TRUE END
      )
    END AS v11
  FROM (
    SELECT
      t.*,
      NOT (
        t."s_rest" IS NULL
      ) AS v1,
      (
        CAST(2 AS BIGINT) * CAST(t."s_rest" AS DECIMAL(38, 0))
      ) - CAST(t."s_rest__step" AS DECIMAL(38, 0)) AS v2,
      (
        CAST(2 AS BIGINT) * CAST(t."s_rest" AS DECIMAL(38, 0))
      ) + CAST(t."s_rest__step" AS DECIMAL(38, 0)) AS v3,
      (
        CAST(2 AS BIGINT) * t."s_change"
      ) - t."s_change__step" AS v4,
      (
        CAST(2 AS BIGINT) * t."s_change"
      ) + t."s_change__step" AS v5,
      (
        CAST(2 AS BIGINT) * t."s_rate"
      ) - t."s_rate__step" AS v6,
      (
        CAST(2 AS BIGINT) * t."s_rate"
      ) + t."s_rate__step" AS v7,
      NOT (
        t."s_other_base" IS NULL
      ) AS v8,
      (
        CAST(2 AS BIGINT) * CAST(t."s_other_base" AS DECIMAL(38, 0))
      ) - CAST(t."s_other_base__step" AS DECIMAL(38, 0)) AS v9,
      (
        CAST(2 AS BIGINT) * CAST(t."s_other_base" AS DECIMAL(38, 0))
      ) + CAST(t."s_other_base__step" AS DECIMAL(38, 0)) AS v10
    FROM (
      SELECT
        a2."c1" AS "a2_c1",
        a2."c2" AS "a2_c2",
        a2."c3" AS "a2_c3",
        a2."c4" AS "a2_c4",
        a2."c5" AS "a2_c5",
        a2."c6" AS "a2_c6",
        s."_case" AS "s__case",
        s."_fact" AS "s__fact",
        s."_id" AS "s__id",
        s."change" AS "s_change",
        s."change__step" AS "s_change__step",
        s."kind" AS "s_kind",
        s."operand__state" AS "s_operand__state",
        s."other_base" AS "s_other_base",
        s."other_base__step" AS "s_other_base__step",
        s."other_base_open" AS "s_other_base_open",
        s."rate" AS "s_rate",
        s."rate__step" AS "s_rate__step",
        s."rest" AS "s_rest",
        s."rest__step" AS "s_rest__step",
        s."text" AS "s_text",
        s."worded" AS "s_worded"
      FROM "stated_figure" AS s
      LEFT JOIN "unit" AS j1
        ON j1."_case" = s."_case"
      LEFT JOIN "operand_1" AS a2
        ON a2."k1" = s."_fact"
      OFFSET 0
    ) AS t
    OFFSET 0
  ) AS t
  OFFSET 0
) AS t;
