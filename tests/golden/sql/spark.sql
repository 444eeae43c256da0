-- budget_line 
WITH `budget_line_1` AS (
  SELECT
    t.`c_parent` AS k1,
    SUM(CAST(CASE WHEN t.`c_kind` <> 'component' THEN t.`v2` END AS DECIMAL(38, 0))) AS c1,
    COUNT(
      CASE WHEN (
        t.`v3` AND (
          t.`c_kind` <> 'component'
        )
      ) IS NULL THEN 1 END
    ) AS c2,
    COUNT(CASE WHEN t.`v3` AND (
      t.`c_kind` <> 'component'
    ) THEN 1 END) AS c3,
    COUNT(CASE WHEN t.`v4` THEN 1 END) AS c4,
    COUNT(CASE WHEN t.`v4` IS NULL THEN 1 END) AS c5,
    SUM(CAST(t.`v5` AS DECIMAL(38, 0))) AS c6,
    SUM(CAST(t.`v6` AS DECIMAL(38, 0))) AS c7,
    SUM(CAST(t.`v7` AS DECIMAL(38, 0))) AS c8,
    SUM(
      CAST(CASE
        WHEN NOT (
          t.`c_carry_in` IS NULL
        )
        THEN CASE
          WHEN (
            (
              CAST(2 AS BIGINT) * t.`c_carry_in`
            ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
          ) >= 0
          THEN (
            CAST(2 AS BIGINT) * t.`c_carry_in`
          ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
          WHEN NOT (
            (
              (
                CAST(2 AS BIGINT) * t.`c_carry_in`
              ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            ) >= 0
          )
          THEN CAST(0 AS BIGINT)
        END
        ELSE CAST(0 AS BIGINT)
      END AS DECIMAL(38, 0))
    ) AS c9,
    SUM(
      CAST(CASE
        WHEN NOT (
          t.`c_carry_in` IS NULL
        )
        THEN CASE
          WHEN (
            (
              CAST(2 AS BIGINT) * t.`c_carry_in`
            ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
          ) >= 0
          THEN (
            CAST(2 AS BIGINT) * t.`c_carry_in`
          ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
          WHEN NOT (
            (
              (
                CAST(2 AS BIGINT) * t.`c_carry_in`
              ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            ) >= 0
          )
          THEN CAST(0 AS BIGINT)
        END
        ELSE CAST(0 AS BIGINT)
      END AS DECIMAL(38, 0))
    ) AS c10,
    COUNT(CASE WHEN t.`v8` IS NULL THEN 1 END) AS c11,
    COUNT(CASE WHEN t.`v8` THEN 1 END) AS c12,
    SUM(
      CAST(CASE
        WHEN t.`c_kind` <> 'component'
        THEN CASE
          WHEN NOT (
            t.`c_initial_budget` IS NULL
          )
          THEN (
            CAST(2 AS BIGINT) * t.`c_initial_budget`
          ) - CASE
            WHEN t.`c_initial_budget` = 0
            THEN CAST(0 AS BIGINT)
            ELSE t.`c_initial_budget__step`
          END
          ELSE CASE
            WHEN NOT (
              t.`c_adjusted_budget` IS NULL
            )
            THEN (
              CAST(2 AS BIGINT) * t.`c_adjusted_budget`
            ) - CASE
              WHEN t.`c_adjusted_budget` = 0
              THEN CAST(0 AS BIGINT)
              ELSE t.`c_adjusted_budget__step`
            END
            ELSE CASE
              WHEN t.`v1`
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                t.`v1`
              )
              THEN (
                CAST(2 AS BIGINT) * t.`c_initial_budget`
              ) - CASE
                WHEN t.`c_initial_budget` = 0
                THEN CAST(0 AS BIGINT)
                ELSE t.`c_initial_budget__step`
              END
            END
          END
        END
      END AS DECIMAL(38, 0))
    ) AS c13,
    SUM(
      CAST(CASE
        WHEN t.`c_kind` <> 'component'
        THEN CASE
          WHEN NOT (
            t.`c_initial_budget` IS NULL
          )
          THEN (
            CAST(2 AS BIGINT) * t.`c_initial_budget`
          ) + CASE
            WHEN t.`c_initial_budget` = 0
            THEN CAST(0 AS BIGINT)
            ELSE t.`c_initial_budget__step`
          END
          ELSE CASE
            WHEN NOT (
              t.`c_adjusted_budget` IS NULL
            )
            THEN (
              CAST(2 AS BIGINT) * t.`c_adjusted_budget`
            ) + CASE
              WHEN t.`c_adjusted_budget` = 0
              THEN CAST(0 AS BIGINT)
              ELSE t.`c_adjusted_budget__step`
            END
            ELSE CASE
              WHEN t.`v1`
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                t.`v1`
              )
              THEN (
                CAST(2 AS BIGINT) * t.`c_initial_budget`
              ) + CASE
                WHEN t.`c_initial_budget` = 0
                THEN CAST(0 AS BIGINT)
                ELSE t.`c_initial_budget__step`
              END
            END
          END
        END
      END AS DECIMAL(38, 0))
    ) AS c14,
    COUNT(*) AS c15
  FROM (
    SELECT
      t.*,
      CASE
        WHEN NOT (
          t.`c_initial_budget` IS NULL
        )
        THEN t.`c_initial_budget`
        ELSE CASE
          WHEN NOT (
            t.`c_adjusted_budget` IS NULL
          )
          THEN t.`c_adjusted_budget`
          ELSE CASE
            WHEN t.`v1`
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              t.`v1`
            )
            THEN t.`c_initial_budget`
          END
        END
      END AS v2
    FROM (
      SELECT
        t.*,
        (
          NOT (
            CASE
              WHEN (
                NOT (
                  t.`c_initial_budget` IS NULL
                )
              )
              AND (
                NOT (
                  COALESCE(LOCATE(' initial_budget ', t.`c__derived`), 0) > 0
                )
              )
              THEN TRUE
              WHEN COALESCE(LOCATE(' initial_budget ', t.`c__none`), 0) > 0
              THEN FALSE
              WHEN COALESCE(LOCATE(' initial_budget ', t.`c__hidden`), 0) > 0
              THEN CAST(NULL AS BOOLEAN)
              WHEN (
                t.`j1__read` = 'whole'
              )
              AND (
                NOT (
                  COALESCE(LOCATE(' initial_budget ', t.`c__to_fill`), 0) > 0
                )
              )
              THEN FALSE
            END
          )
        )
        AND (
          CASE
            WHEN NOT (
              t.`c_parent` IS NULL
            )
            THEN TRUE
            WHEN COALESCE(LOCATE(' parent ', t.`c__none`), 0) > 0
            THEN TRUE
            WHEN COALESCE(LOCATE(' parent ', t.`c__hidden`), 0) > 0
            THEN FALSE
            WHEN (
              t.`j1__read` = 'whole'
            )
            AND (
              NOT (
                COALESCE(LOCATE(' parent ', t.`c__to_fill`), 0) > 0
              )
            )
            THEN FALSE
          END
          OR (
            t.`c_kind` = 'total'
          )
        ) AS v1,
        (
          (
            NOT (
              CASE
                WHEN (
                  NOT (
                    t.`c_initial_budget` IS NULL
                  )
                )
                AND (
                  NOT (
                    COALESCE(LOCATE(' initial_budget ', t.`c__derived`), 0) > 0
                  )
                )
                THEN TRUE
                WHEN COALESCE(LOCATE(' initial_budget ', t.`c__none`), 0) > 0
                THEN FALSE
                WHEN COALESCE(LOCATE(' initial_budget ', t.`c__hidden`), 0) > 0
                THEN CAST(NULL AS BOOLEAN)
                WHEN (
                  t.`j1__read` = 'whole'
                )
                AND (
                  NOT (
                    COALESCE(LOCATE(' initial_budget ', t.`c__to_fill`), 0) > 0
                  )
                )
                THEN FALSE
              END
            )
          )
          AND (
            t.`c_initial_budget` IS NULL
          )
        )
        AND (
          t.`c_adjusted_budget` IS NULL
        ) AS v3,
        (
          (
            (
              t.`c_kind` <> 'component'
            )
            AND (
              NOT (
                CASE
                  WHEN (
                    NOT (
                      t.`c_initial_budget` IS NULL
                    )
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' initial_budget ', t.`c__derived`), 0) > 0
                    )
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' initial_budget ', t.`c__none`), 0) > 0
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' initial_budget ', t.`c__hidden`), 0) > 0
                  THEN FALSE
                  WHEN (
                    t.`j1__read` = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' initial_budget ', t.`c__to_fill`), 0) > 0
                    )
                  )
                  THEN FALSE
                END
              )
            )
          )
          AND (
            t.`c_initial_budget` IS NULL
          )
        )
        AND (
          t.`c_adjusted_budget` IS NULL
        ) AS v4,
        CASE
          WHEN NOT (
            t.`c_carry_in` IS NULL
          )
          THEN CASE
            WHEN t.`c_carry_in` >= 0
            THEN t.`c_carry_in`
            WHEN NOT (
              t.`c_carry_in` >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS v5,
        CASE
          WHEN NOT (
            t.`c_carry_in` IS NULL
          )
          THEN CASE
            WHEN (
              (
                CAST(2 AS BIGINT) * t.`c_carry_in`
              ) - t.`c_carry_in__step`
            ) >= 0
            THEN (
              CAST(2 AS BIGINT) * t.`c_carry_in`
            ) - t.`c_carry_in__step`
            WHEN NOT (
              (
                (
                  CAST(2 AS BIGINT) * t.`c_carry_in`
                ) - t.`c_carry_in__step`
              ) >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS v6,
        CASE
          WHEN NOT (
            t.`c_carry_in` IS NULL
          )
          THEN CASE
            WHEN (
              (
                CAST(2 AS BIGINT) * t.`c_carry_in`
              ) + t.`c_carry_in__step`
            ) >= 0
            THEN (
              CAST(2 AS BIGINT) * t.`c_carry_in`
            ) + t.`c_carry_in__step`
            WHEN NOT (
              (
                (
                  CAST(2 AS BIGINT) * t.`c_carry_in`
                ) + t.`c_carry_in__step`
              ) >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS v7,
        (
          (
            (
              NOT (
                CASE
                  WHEN (
                    NOT (
                      t.`c_initial_budget` IS NULL
                    )
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' initial_budget ', t.`c__derived`), 0) > 0
                    )
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' initial_budget ', t.`c__none`), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(LOCATE(' initial_budget ', t.`c__hidden`), 0) > 0
                  THEN CAST(NULL AS BOOLEAN)
                  WHEN (
                    t.`j1__read` = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' initial_budget ', t.`c__to_fill`), 0) > 0
                    )
                  )
                  THEN FALSE
                END
              )
            )
            AND (
              t.`c_initial_budget` IS NULL
            )
          )
          AND (
            t.`c_adjusted_budget` IS NULL
          )
        )
        AND (
          t.`c_kind` <> 'component'
        ) AS v8
      FROM (
        SELECT
          c.`_derived` AS `c__derived`,
          c.`_hidden` AS `c__hidden`,
          c.`_none` AS `c__none`,
          c.`_to_fill` AS `c__to_fill`,
          c.`adjusted_budget` AS `c_adjusted_budget`,
          c.`adjusted_budget__step` AS `c_adjusted_budget__step`,
          c.`carry_in` AS `c_carry_in`,
          c.`carry_in__step` AS `c_carry_in__step`,
          c.`initial_budget` AS `c_initial_budget`,
          c.`initial_budget__step` AS `c_initial_budget__step`,
          c.`kind` AS `c_kind`,
          c.`parent` AS `c_parent`,
          j1.`_read` AS `j1__read`
        FROM `budget_line` AS c
        LEFT JOIN `unit` AS j1
          ON j1.`_case` = c.`_case`
        WHERE
          NOT (
            c.`parent` IS NULL
          )
      ) AS t
    ) AS t
  ) AS t
  GROUP BY
    t.`c_parent`
), `approval_5` AS (
  SELECT
    t.`c__owner` AS k1,
    SUM(CAST(CASE WHEN t.`v2` THEN t.`c_amount` END AS DECIMAL(38, 0))) AS c1,
    SUM(
      CAST(CASE
        WHEN t.`v2`
        THEN (
          CAST(2 AS BIGINT) * t.`c_amount`
        ) - t.`c_amount__step`
      END AS DECIMAL(38, 0))
    ) AS c2,
    SUM(
      CAST(CASE
        WHEN t.`v2`
        THEN (
          CAST(2 AS BIGINT) * t.`c_amount`
        ) + t.`c_amount__step`
      END AS DECIMAL(38, 0))
    ) AS c3,
    SUM(CAST(t.`v3` AS DECIMAL(38, 0))) AS c4,
    COUNT(
      CASE
        WHEN (
          t.`v2` IS NULL
        ) OR (
          t.`v2` AND (
            t.`c_amount` IS NULL
          )
        )
        THEN 1
      END
    ) AS c5,
    SUM(
      CAST(CASE
        WHEN t.`c_amount` IS NULL
        THEN CAST(100000000000000 AS BIGINT)
        ELSE CASE WHEN NOT (
          t.`v2` IS NULL
        ) THEN CAST(0 AS BIGINT) ELSE t.`c_amount` END
      END AS DECIMAL(38, 0))
    ) AS c6,
    COUNT(
      CASE
        WHEN (
          t.`v4` IS NULL
        )
        OR (
          t.`v4`
          AND (
            (
              (
                CAST(2 AS BIGINT) * t.`c_amount`
              ) - CASE WHEN t.`c_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_amount__step` END
            ) IS NULL
          )
        )
        THEN 1
      END
    ) AS c7,
    SUM(
      CAST(CASE
        WHEN t.`v4`
        THEN (
          CAST(2 AS BIGINT) * t.`c_amount`
        ) - CASE WHEN t.`c_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_amount__step` END
      END AS DECIMAL(38, 0))
    ) AS c8,
    SUM(
      CAST(CASE
        WHEN t.`v4`
        THEN (
          CAST(2 AS BIGINT) * t.`c_amount`
        ) + CASE WHEN t.`c_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_amount__step` END
      END AS DECIMAL(38, 0))
    ) AS c9,
    SUM(
      CAST(CASE
        WHEN t.`c_amount` IS NULL
        THEN CASE
          WHEN (
            NOT (
              t.`c_kind` IS NULL
            )
          ) AND (
            t.`c_kind` = 'addition'
          )
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            (
              NOT (
                t.`c_kind` IS NULL
              )
            ) AND (
              t.`c_kind` = 'addition'
            )
          )
          THEN CAST((
            -200000000000000
          ) AS BIGINT)
        END
        ELSE CASE
          WHEN NOT (
            t.`v2` IS NULL
          )
          THEN CAST(0 AS BIGINT)
          ELSE CASE
            WHEN (
              (
                CAST(2 AS BIGINT) * t.`c_amount`
              ) - CASE WHEN t.`c_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_amount__step` END
            ) <= 0
            THEN (
              CAST(2 AS BIGINT) * t.`c_amount`
            ) - CASE WHEN t.`c_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_amount__step` END
            WHEN NOT (
              (
                (
                  CAST(2 AS BIGINT) * t.`c_amount`
                ) - CASE WHEN t.`c_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_amount__step` END
              ) <= 0
            )
            THEN CAST(0 AS BIGINT)
          END
        END
      END AS DECIMAL(38, 0))
    ) AS c10,
    SUM(
      CAST(CASE
        WHEN t.`c_amount` IS NULL
        THEN CASE
          WHEN (
            NOT (
              t.`c_kind` IS NULL
            )
          ) AND (
            t.`c_kind` = 'addition'
          )
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            (
              NOT (
                t.`c_kind` IS NULL
              )
            ) AND (
              t.`c_kind` = 'addition'
            )
          )
          THEN CAST((
            -200000000000000
          ) AS BIGINT)
        END
        ELSE CASE
          WHEN NOT (
            t.`v2` IS NULL
          )
          THEN CAST(0 AS BIGINT)
          ELSE CASE
            WHEN (
              (
                CAST(2 AS BIGINT) * t.`c_amount`
              ) + CASE WHEN t.`c_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_amount__step` END
            ) <= 0
            THEN (
              CAST(2 AS BIGINT) * t.`c_amount`
            ) + CASE WHEN t.`c_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_amount__step` END
            WHEN NOT (
              (
                (
                  CAST(2 AS BIGINT) * t.`c_amount`
                ) + CASE WHEN t.`c_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_amount__step` END
              ) <= 0
            )
            THEN CAST(0 AS BIGINT)
          END
        END
      END AS DECIMAL(38, 0))
    ) AS c11,
    SUM(
      CAST(CASE
        WHEN t.`c_amount` IS NULL
        THEN CAST(200000000000000 AS BIGINT)
        ELSE CASE
          WHEN NOT (
            t.`v2` IS NULL
          )
          THEN CAST(0 AS BIGINT)
          ELSE (
            CAST(2 AS BIGINT) * t.`c_amount`
          ) - CASE WHEN t.`c_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_amount__step` END
        END
      END AS DECIMAL(38, 0))
    ) AS c12,
    SUM(
      CAST(CASE
        WHEN t.`c_amount` IS NULL
        THEN CAST(200000000000000 AS BIGINT)
        ELSE CASE
          WHEN NOT (
            t.`v2` IS NULL
          )
          THEN CAST(0 AS BIGINT)
          ELSE (
            CAST(2 AS BIGINT) * t.`c_amount`
          ) + CASE WHEN t.`c_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_amount__step` END
        END
      END AS DECIMAL(38, 0))
    ) AS c13,
    SUM(CAST(t.`v6` AS DECIMAL(38, 0))) AS c14,
    COUNT(
      CASE
        WHEN (
          NOT (
            t.`c_kind` IS NULL
          )
        ) AND (
          t.`c_kind` = 'other_approval'
        )
        THEN 1
      END
    ) AS c15,
    COUNT(
      CASE
        WHEN (
          (
            NOT (
              t.`c_kind` IS NULL
            )
          ) AND (
            t.`c_kind` = 'other_approval'
          )
        ) IS NULL
        THEN 1
      END
    ) AS c16,
    SUM(
      CAST(CASE WHEN t.`v2` AND (
        t.`c_amount` > 0
      ) THEN t.`c_amount` END AS DECIMAL(38, 0))
    ) AS c17
  FROM (
    SELECT
      t.*,
      CASE
        WHEN t.`c_amount` IS NULL
        THEN CASE
          WHEN (
            NOT (
              t.`c_kind` IS NULL
            )
          ) AND (
            t.`c_kind` = 'addition'
          )
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            (
              NOT (
                t.`c_kind` IS NULL
              )
            ) AND (
              t.`c_kind` = 'addition'
            )
          )
          THEN CAST((
            -100000000000000
          ) AS BIGINT)
        END
        ELSE CASE
          WHEN NOT (
            t.`v2` IS NULL
          )
          THEN CAST(0 AS BIGINT)
          ELSE CASE
            WHEN t.`c_amount` <= 0
            THEN t.`c_amount`
            WHEN NOT (
              t.`c_amount` <= 0
            )
            THEN CAST(0 AS BIGINT)
          END
        END
      END AS v3
    FROM (
      SELECT
        t.*,
        (
          (
            (
              (
                NOT (
                  t.`c_number` IS NULL
                )
              )
              OR (
                (
                  NOT (
                    CASE
                      WHEN NOT (
                        t.`c_number` IS NULL
                      )
                      THEN TRUE
                      WHEN COALESCE(LOCATE(' number ', t.`c__none`), 0) > 0
                      THEN TRUE
                      WHEN COALESCE(LOCATE(' number ', t.`c__hidden`), 0) > 0
                      THEN FALSE
                      WHEN (
                        t.`j1__read` = 'whole'
                      )
                      AND (
                        NOT (
                          COALESCE(LOCATE(' number ', t.`c__to_fill`), 0) > 0
                        )
                      )
                      THEN FALSE
                    END
                  )
                )
                AND CASE WHEN NOT (
                  t.`c_number` IS NULL
                ) THEN TRUE END
              )
            )
            AND (
              (
                NOT (
                  t.`c_date` IS NULL
                )
              )
              OR (
                NOT (
                  CASE
                    WHEN NOT (
                      t.`c_date` IS NULL
                    )
                    THEN TRUE
                    WHEN COALESCE(LOCATE(' date ', t.`c__none`), 0) > 0
                    THEN TRUE
                    WHEN COALESCE(LOCATE(' date ', t.`c__hidden`), 0) > 0
                    THEN FALSE
                    WHEN (
                      t.`j1__read` = 'whole'
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' date ', t.`c__to_fill`), 0) > 0
                      )
                    )
                    THEN FALSE
                  END
                )
              )
            )
          )
          AND (
            NOT (
              (
                NOT (
                  t.`c_kind` IS NULL
                )
              ) AND (
                t.`c_kind` = 'other_approval'
              )
            )
          )
        )
        AND t.`v1` AS v2,
        CASE
          WHEN t.`v5`
          THEN CASE
            WHEN t.`c_amount` >= 0
            THEN t.`c_amount`
            WHEN NOT (
              t.`c_amount` >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          WHEN NOT (
            t.`v5`
          )
          THEN CAST(0 AS BIGINT)
        END AS v6
      FROM (
        SELECT
          t.*,
          CASE
            WHEN NOT (
              t.`c_budget_year` IS NULL
            )
            THEN t.`c_budget_year` = t.`j1_fiscal_year`
            ELSE CASE
              WHEN CAST(EXTRACT(YEAR FROM t.`c_date`) AS BIGINT) = t.`j1_fiscal_year`
              THEN TRUE
              WHEN NOT (
                CAST(EXTRACT(YEAR FROM t.`c_date`) AS BIGINT) = t.`j1_fiscal_year`
              )
              THEN t.`c_budget_year` = t.`j1_fiscal_year`
            END
          END AS v1,
          (
            (
              (
                (
                  NOT (
                    t.`c_number` IS NULL
                  )
                )
                OR (
                  (
                    NOT (
                      CASE
                        WHEN NOT (
                          t.`c_number` IS NULL
                        )
                        THEN TRUE
                        WHEN COALESCE(LOCATE(' number ', t.`c__none`), 0) > 0
                        THEN TRUE
                        WHEN COALESCE(LOCATE(' number ', t.`c__hidden`), 0) > 0
                        THEN FALSE
                        WHEN (
                          t.`j1__read` = 'whole'
                        )
                        AND (
                          NOT (
                            COALESCE(LOCATE(' number ', t.`c__to_fill`), 0) > 0
                          )
                        )
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE WHEN NOT (
                    t.`c_number` IS NULL
                  ) THEN TRUE END
                )
              )
              AND (
                (
                  NOT (
                    t.`c_date` IS NULL
                  )
                )
                OR (
                  NOT (
                    CASE
                      WHEN NOT (
                        t.`c_date` IS NULL
                      )
                      THEN TRUE
                      WHEN COALESCE(LOCATE(' date ', t.`c__none`), 0) > 0
                      THEN TRUE
                      WHEN COALESCE(LOCATE(' date ', t.`c__hidden`), 0) > 0
                      THEN FALSE
                      WHEN (
                        t.`j1__read` = 'whole'
                      )
                      AND (
                        NOT (
                          COALESCE(LOCATE(' date ', t.`c__to_fill`), 0) > 0
                        )
                      )
                      THEN FALSE
                    END
                  )
                )
              )
            )
            AND (
              NOT (
                (
                  NOT (
                    t.`c_kind` IS NULL
                  )
                ) AND (
                  t.`c_kind` = 'other_approval'
                )
              )
            )
          )
          AND CASE
            WHEN NOT (
              t.`c_budget_year` IS NULL
            )
            THEN t.`c_budget_year` = t.`j1_fiscal_year`
            ELSE CASE
              WHEN CAST(EXTRACT(YEAR FROM t.`c_date`) AS BIGINT) = t.`j1_fiscal_year`
              THEN TRUE
              WHEN NOT (
                CAST(EXTRACT(YEAR FROM t.`c_date`) AS BIGINT) = t.`j1_fiscal_year`
              )
              THEN t.`c_budget_year` = t.`j1_fiscal_year`
            END
          END AS v4,
          (
            CASE
              WHEN NOT (
                t.`c_number` IS NULL
              )
              THEN TRUE
              WHEN COALESCE(LOCATE(' number ', t.`c__none`), 0) > 0
              THEN TRUE
              WHEN COALESCE(LOCATE(' number ', t.`c__hidden`), 0) > 0
              THEN FALSE
              WHEN (
                t.`j1__read` = 'whole'
              )
              AND (
                NOT (
                  COALESCE(LOCATE(' number ', t.`c__to_fill`), 0) > 0
                )
              )
              THEN FALSE
            END
            AND (
              t.`c_number` IS NULL
            )
          )
          AND (
            NOT (
              (
                NOT (
                  t.`c_kind` IS NULL
                )
              ) AND (
                t.`c_kind` <> 'transfer'
              )
            )
          ) AS v5
        FROM (
          SELECT
            c.`_hidden` AS `c__hidden`,
            c.`_none` AS `c__none`,
            c.`_owner` AS `c__owner`,
            c.`_to_fill` AS `c__to_fill`,
            c.`amount` AS `c_amount`,
            c.`amount__step` AS `c_amount__step`,
            c.`budget_year` AS `c_budget_year`,
            c.`date` AS `c_date`,
            c.`kind` AS `c_kind`,
            c.`number` AS `c_number`,
            j1.`_read` AS `j1__read`,
            j1.`fiscal_year` AS `j1_fiscal_year`
          FROM `approval` AS c
          LEFT JOIN `unit` AS j1
            ON j1.`_case` = c.`_case`
          WHERE
            NOT (
              c.`_owner` IS NULL
            )
        ) AS t
      ) AS t
    ) AS t
  ) AS t
  GROUP BY
    t.`c__owner`
), `budget_line_2` AS (
  SELECT
    t.`c__case` AS k1,
    COUNT(
      CASE
        WHEN (
          (
            (
              (
                t.`c_kind` = 'total'
              ) OR (
                t.`c_kind` = 'basic'
              )
            )
            OR (
              t.`c_kind` = 'project'
            )
          ) IS NULL
        )
        OR (
          (
            (
              (
                t.`c_kind` = 'total'
              ) OR (
                t.`c_kind` = 'basic'
              )
            )
            OR (
              t.`c_kind` = 'project'
            )
          )
          AND (
            t.`v12` IS NULL
          )
        )
        THEN 1
      END
    ) AS c1,
    SUM(
      CASE
        WHEN (
          (
            t.`c_kind` = 'total'
          ) OR (
            t.`c_kind` = 'basic'
          )
        )
        OR (
          t.`c_kind` = 'project'
        )
        THEN t.`v12`
      END
    ) AS c2,
    SUM(
      CASE
        WHEN (
          (
            t.`c_kind` = 'total'
          ) OR (
            t.`c_kind` = 'basic'
          )
        )
        OR (
          t.`c_kind` = 'project'
        )
        THEN CASE
          WHEN t.`v15` >= 0
          THEN t.`v15`
          WHEN NOT (
            t.`v15` >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c3,
    SUM(
      CASE
        WHEN (
          (
            t.`c_kind` = 'total'
          ) OR (
            t.`c_kind` = 'basic'
          )
        )
        OR (
          t.`c_kind` = 'project'
        )
        THEN CASE
          WHEN t.`v18` >= 0
          THEN t.`v18`
          WHEN NOT (
            t.`v18` >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c4,
    SUM(
      CASE
        WHEN (
          (
            t.`c_kind` = 'total'
          ) OR (
            t.`c_kind` = 'basic'
          )
        )
        OR (
          t.`c_kind` = 'project'
        )
        THEN CASE
          WHEN t.`v19` >= 0
          THEN t.`v19`
          WHEN NOT (
            t.`v19` >= 0
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
                t.`c_kind` = 'total'
              ) OR (
                t.`c_kind` = 'basic'
              )
            )
            OR (
              t.`c_kind` = 'project'
            )
          ) IS NULL
        )
        OR (
          (
            (
              (
                t.`c_kind` = 'total'
              ) OR (
                t.`c_kind` = 'basic'
              )
            )
            OR (
              t.`c_kind` = 'project'
            )
          )
          AND (
            CASE
              WHEN t.`v24` >= 0
              THEN t.`v24`
              WHEN NOT (
                t.`v24` >= 0
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
            t.`c_kind` = 'total'
          ) OR (
            t.`c_kind` = 'basic'
          )
        )
        OR (
          t.`c_kind` = 'project'
        )
        THEN CASE
          WHEN t.`v24` >= 0
          THEN t.`v24`
          WHEN NOT (
            t.`v24` >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c7,
    SUM(
      CASE
        WHEN (
          (
            t.`c_kind` = 'total'
          ) OR (
            t.`c_kind` = 'basic'
          )
        )
        OR (
          t.`c_kind` = 'project'
        )
        THEN CASE
          WHEN t.`v25` >= 0
          THEN t.`v25`
          WHEN NOT (
            t.`v25` >= 0
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
            WHEN t.`v11`
            THEN t.`v7`
            WHEN NOT (
              t.`v11`
            )
            THEN CAST(t.`v9` AS DECIMAL(38, 0))
          END - CASE WHEN TRUE THEN COALESCE(t.`a8_c1`, 0) END
        ) >= 0
        THEN CASE
          WHEN t.`v11`
          THEN t.`v7`
          WHEN NOT (
            t.`v11`
          )
          THEN CAST(t.`v9` AS DECIMAL(38, 0))
        END - CASE WHEN TRUE THEN COALESCE(t.`a8_c1`, 0) END
        WHEN NOT (
          (
            CASE
              WHEN t.`v11`
              THEN t.`v7`
              WHEN NOT (
                t.`v11`
              )
              THEN CAST(t.`v9` AS DECIMAL(38, 0))
            END - CASE WHEN TRUE THEN COALESCE(t.`a8_c1`, 0) END
          ) >= 0
        )
        THEN CAST(0 AS DECIMAL(38, 0))
      END AS v12
    FROM (
      SELECT
        t.*,
        CASE
          WHEN t.`v6`
          THEN t.`v2` - CASE WHEN TRUE THEN COALESCE(t.`a4_c1`, 0) END
          WHEN NOT (
            t.`v6`
          )
          THEN CAST(t.`v4` AS DECIMAL(38, 0))
        END - CASE WHEN TRUE THEN COALESCE(t.`a6_c1`, 0) END AS v7
      FROM (
        SELECT
          t.*,
          CASE
            WHEN NOT (
              t.`j2_initial_budget` IS NULL
            )
            THEN t.`j2_initial_budget`
            ELSE CASE
              WHEN NOT (
                t.`j2_adjusted_budget` IS NULL
              )
              THEN t.`j2_adjusted_budget`
              ELSE CASE
                WHEN t.`v1`
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  t.`v1`
                )
                THEN t.`j2_initial_budget`
              END
            END
          END AS v2,
          CASE
            WHEN NOT (
              t.`j1_initial_budget` IS NULL
            )
            THEN t.`j1_initial_budget`
            ELSE CASE
              WHEN NOT (
                t.`j1_adjusted_budget` IS NULL
              )
              THEN t.`j1_adjusted_budget`
              ELSE CASE
                WHEN t.`v3`
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  t.`v3`
                )
                THEN t.`j1_initial_budget`
              END
            END
          END AS v4,
          (
            t.`v5` AND (
              NOT (
                t.`j2_kind` IS NULL
              )
            )
          )
          AND (
            (
              t.`j1_kind` = 'item'
            )
            OR (
              CASE
                WHEN (
                  t.`j2_sub_line__state` = 'complete'
                ) AND (
                  COALESCE(t.`a4_c2`, 0) = 0
                )
                THEN COALESCE(t.`a4_c3`, 0)
              END = 1
            )
          ) AS v6,
          CASE
            WHEN NOT (
              t.`c_initial_budget` IS NULL
            )
            THEN t.`c_initial_budget`
            ELSE CASE
              WHEN NOT (
                t.`c_adjusted_budget` IS NULL
              )
              THEN t.`c_adjusted_budget`
              ELSE CASE
                WHEN t.`v8`
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  t.`v8`
                )
                THEN t.`c_initial_budget`
              END
            END
          END AS v9,
          (
            t.`v10` AND (
              NOT (
                t.`j1_kind` IS NULL
              )
            )
          )
          AND (
            (
              t.`c_kind` = 'item'
            )
            OR (
              CASE
                WHEN (
                  t.`j1_sub_line__state` = 'complete'
                ) AND (
                  COALESCE(t.`a6_c2`, 0) = 0
                )
                THEN COALESCE(t.`a6_c3`, 0)
              END = 1
            )
          ) AS v11,
          (
            CASE WHEN TRUE THEN COALESCE(t.`a9_c1`, 0) END + CASE
              WHEN t.`v13`
              THEN CAST(100000000000000 AS DECIMAL(38, 0))
              WHEN NOT (
                t.`v13`
              )
              THEN CASE WHEN TRUE THEN COALESCE(t.`a9_c6`, 0) END
            END
          ) + CASE
            WHEN (
              t.`v14` - CASE WHEN TRUE THEN COALESCE(t.`a8_c6`, 0) END
            ) >= 0
            THEN t.`v14` - CASE WHEN TRUE THEN COALESCE(t.`a8_c6`, 0) END
            WHEN NOT (
              (
                t.`v14` - CASE WHEN TRUE THEN COALESCE(t.`a8_c6`, 0) END
              ) >= 0
            )
            THEN CAST(0 AS DECIMAL(38, 0))
          END AS v15,
          (
            CASE WHEN TRUE THEN COALESCE(t.`a9_c8`, 0) END + CASE
              WHEN t.`v13`
              THEN CAST(200000000000000 AS DECIMAL(38, 0))
              WHEN NOT (
                t.`v13`
              )
              THEN CASE WHEN TRUE THEN COALESCE(t.`a9_c12`, 0) END
            END
          ) + CASE
            WHEN t.`v16` >= 0
            THEN t.`v16`
            WHEN NOT (
              t.`v16` >= 0
            )
            THEN CAST(0 AS DECIMAL(38, 0))
          END AS v18,
          (
            CASE WHEN TRUE THEN COALESCE(t.`a9_c9`, 0) END + CASE
              WHEN t.`v13`
              THEN CAST(200000000000000 AS DECIMAL(38, 0))
              WHEN NOT (
                t.`v13`
              )
              THEN CASE WHEN TRUE THEN COALESCE(t.`a9_c13`, 0) END
            END
          ) + CASE
            WHEN t.`v17` >= 0
            THEN t.`v17`
            WHEN NOT (
              t.`v17` >= 0
            )
            THEN CAST(0 AS DECIMAL(38, 0))
          END AS v19,
          CASE
            WHEN t.`v20`
            THEN CASE
              WHEN t.`v21`
              THEN CASE
                WHEN NOT (
                  t.`j2_initial_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`j2_initial_budget`
                ) - CASE
                  WHEN t.`j2_initial_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`j2_initial_budget__step`
                END
                ELSE CASE
                  WHEN NOT (
                    t.`j2_adjusted_budget` IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`j2_adjusted_budget`
                  ) - CASE
                    WHEN t.`j2_adjusted_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`j2_adjusted_budget__step`
                  END
                  ELSE CASE
                    WHEN t.`v22`
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      t.`v22`
                    )
                    THEN (
                      CAST(2 AS BIGINT) * t.`j2_initial_budget`
                    ) - CASE
                      WHEN t.`j2_initial_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`j2_initial_budget__step`
                    END
                  END
                END
              END - CASE WHEN TRUE THEN COALESCE(t.`a4_c14`, 0) END
              WHEN NOT (
                t.`v21`
              )
              THEN CAST(CASE
                WHEN NOT (
                  t.`j1_initial_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`j1_initial_budget`
                ) - CASE
                  WHEN t.`j1_initial_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`j1_initial_budget__step`
                END
                ELSE CASE
                  WHEN NOT (
                    t.`j1_adjusted_budget` IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`j1_adjusted_budget`
                  ) - CASE
                    WHEN t.`j1_adjusted_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`j1_adjusted_budget__step`
                  END
                  ELSE CASE
                    WHEN t.`v23`
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      t.`v23`
                    )
                    THEN (
                      CAST(2 AS BIGINT) * t.`j1_initial_budget`
                    ) - CASE
                      WHEN t.`j1_initial_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`j1_initial_budget__step`
                    END
                  END
                END
              END AS DECIMAL(38, 0))
            END - CASE WHEN TRUE THEN COALESCE(t.`a6_c14`, 0) END
            WHEN NOT (
              t.`v20`
            )
            THEN CAST(CASE
              WHEN NOT (
                t.`c_initial_budget` IS NULL
              )
              THEN (
                CAST(2 AS BIGINT) * t.`c_initial_budget`
              ) - CASE
                WHEN t.`c_initial_budget` = 0
                THEN CAST(0 AS BIGINT)
                ELSE t.`c_initial_budget__step`
              END
              ELSE CASE
                WHEN NOT (
                  t.`c_adjusted_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`c_adjusted_budget`
                ) - CASE
                  WHEN t.`c_adjusted_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`c_adjusted_budget__step`
                END
                ELSE CASE
                  WHEN t.`v8`
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    t.`v8`
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`c_initial_budget`
                  ) - CASE
                    WHEN t.`c_initial_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`c_initial_budget__step`
                  END
                END
              END
            END AS DECIMAL(38, 0))
          END - CASE WHEN TRUE THEN COALESCE(t.`a8_c14`, 0) END AS v24,
          CASE
            WHEN t.`v20`
            THEN CASE
              WHEN t.`v21`
              THEN CASE
                WHEN NOT (
                  t.`j2_initial_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`j2_initial_budget`
                ) + CASE
                  WHEN t.`j2_initial_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`j2_initial_budget__step`
                END
                ELSE CASE
                  WHEN NOT (
                    t.`j2_adjusted_budget` IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`j2_adjusted_budget`
                  ) + CASE
                    WHEN t.`j2_adjusted_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`j2_adjusted_budget__step`
                  END
                  ELSE CASE
                    WHEN t.`v22`
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      t.`v22`
                    )
                    THEN (
                      CAST(2 AS BIGINT) * t.`j2_initial_budget`
                    ) + CASE
                      WHEN t.`j2_initial_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`j2_initial_budget__step`
                    END
                  END
                END
              END - CASE WHEN TRUE THEN COALESCE(t.`a4_c13`, 0) END
              WHEN NOT (
                t.`v21`
              )
              THEN CAST(CASE
                WHEN NOT (
                  t.`j1_initial_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`j1_initial_budget`
                ) + CASE
                  WHEN t.`j1_initial_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`j1_initial_budget__step`
                END
                ELSE CASE
                  WHEN NOT (
                    t.`j1_adjusted_budget` IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`j1_adjusted_budget`
                  ) + CASE
                    WHEN t.`j1_adjusted_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`j1_adjusted_budget__step`
                  END
                  ELSE CASE
                    WHEN t.`v23`
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      t.`v23`
                    )
                    THEN (
                      CAST(2 AS BIGINT) * t.`j1_initial_budget`
                    ) + CASE
                      WHEN t.`j1_initial_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`j1_initial_budget__step`
                    END
                  END
                END
              END AS DECIMAL(38, 0))
            END - CASE WHEN TRUE THEN COALESCE(t.`a6_c13`, 0) END
            WHEN NOT (
              t.`v20`
            )
            THEN CAST(CASE
              WHEN NOT (
                t.`c_initial_budget` IS NULL
              )
              THEN (
                CAST(2 AS BIGINT) * t.`c_initial_budget`
              ) + CASE
                WHEN t.`c_initial_budget` = 0
                THEN CAST(0 AS BIGINT)
                ELSE t.`c_initial_budget__step`
              END
              ELSE CASE
                WHEN NOT (
                  t.`c_adjusted_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`c_adjusted_budget`
                ) + CASE
                  WHEN t.`c_adjusted_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`c_adjusted_budget__step`
                END
                ELSE CASE
                  WHEN t.`v8`
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    t.`v8`
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`c_initial_budget`
                  ) + CASE
                    WHEN t.`c_initial_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`c_initial_budget__step`
                  END
                END
              END
            END AS DECIMAL(38, 0))
          END - CASE WHEN TRUE THEN COALESCE(t.`a8_c13`, 0) END AS v25
        FROM (
          SELECT
            t.*,
            (
              NOT (
                CASE
                  WHEN (
                    NOT (
                      t.`j2_initial_budget` IS NULL
                    )
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' initial_budget ', t.`j2__derived`), 0) > 0
                    )
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' initial_budget ', t.`j2__none`), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(LOCATE(' initial_budget ', t.`j2__hidden`), 0) > 0
                  THEN CAST(NULL AS BOOLEAN)
                  WHEN (
                    t.`j3__read` = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' initial_budget ', t.`j2__to_fill`), 0) > 0
                    )
                  )
                  THEN FALSE
                END
              )
            )
            AND (
              CASE
                WHEN NOT (
                  t.`j2_parent` IS NULL
                )
                THEN TRUE
                WHEN COALESCE(LOCATE(' parent ', t.`j2__none`), 0) > 0
                THEN TRUE
                WHEN COALESCE(LOCATE(' parent ', t.`j2__hidden`), 0) > 0
                THEN FALSE
                WHEN (
                  t.`j3__read` = 'whole'
                )
                AND (
                  NOT (
                    COALESCE(LOCATE(' parent ', t.`j2__to_fill`), 0) > 0
                  )
                )
                THEN FALSE
              END
              OR (
                t.`j2_kind` = 'total'
              )
            ) AS v1,
            (
              NOT (
                CASE
                  WHEN (
                    NOT (
                      t.`j1_initial_budget` IS NULL
                    )
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' initial_budget ', t.`j1__derived`), 0) > 0
                    )
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' initial_budget ', t.`j1__none`), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(LOCATE(' initial_budget ', t.`j1__hidden`), 0) > 0
                  THEN CAST(NULL AS BOOLEAN)
                  WHEN (
                    t.`j5__read` = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' initial_budget ', t.`j1__to_fill`), 0) > 0
                    )
                  )
                  THEN FALSE
                END
              )
            )
            AND (
              CASE
                WHEN NOT (
                  t.`j1_parent` IS NULL
                )
                THEN TRUE
                WHEN COALESCE(LOCATE(' parent ', t.`j1__none`), 0) > 0
                THEN TRUE
                WHEN COALESCE(LOCATE(' parent ', t.`j1__hidden`), 0) > 0
                THEN FALSE
                WHEN (
                  t.`j5__read` = 'whole'
                )
                AND (
                  NOT (
                    COALESCE(LOCATE(' parent ', t.`j1__to_fill`), 0) > 0
                  )
                )
                THEN FALSE
              END
              OR (
                t.`j1_kind` = 'total'
              )
            ) AS v3,
            (
              (
                NOT (
                  CASE
                    WHEN (
                      NOT (
                        t.`j1_initial_budget` IS NULL
                      )
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' initial_budget ', t.`j1__derived`), 0) > 0
                      )
                    )
                    THEN TRUE
                    WHEN COALESCE(LOCATE(' initial_budget ', t.`j1__none`), 0) > 0
                    THEN FALSE
                    WHEN COALESCE(LOCATE(' initial_budget ', t.`j1__hidden`), 0) > 0
                    THEN CAST(NULL AS BOOLEAN)
                    WHEN (
                      t.`j5__read` = 'whole'
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' initial_budget ', t.`j1__to_fill`), 0) > 0
                      )
                    )
                    THEN FALSE
                  END
                )
              )
              AND (
                t.`j1_initial_budget` IS NULL
              )
            )
            AND (
              t.`j1_adjusted_budget` IS NULL
            ) AS v5,
            (
              NOT (
                CASE
                  WHEN (
                    NOT (
                      t.`c_initial_budget` IS NULL
                    )
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' initial_budget ', t.`c__derived`), 0) > 0
                    )
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' initial_budget ', t.`c__none`), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(LOCATE(' initial_budget ', t.`c__hidden`), 0) > 0
                  THEN CAST(NULL AS BOOLEAN)
                  WHEN (
                    t.`j7__read` = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' initial_budget ', t.`c__to_fill`), 0) > 0
                    )
                  )
                  THEN FALSE
                END
              )
            )
            AND (
              CASE
                WHEN NOT (
                  t.`c_parent` IS NULL
                )
                THEN TRUE
                WHEN COALESCE(LOCATE(' parent ', t.`c__none`), 0) > 0
                THEN TRUE
                WHEN COALESCE(LOCATE(' parent ', t.`c__hidden`), 0) > 0
                THEN FALSE
                WHEN (
                  t.`j7__read` = 'whole'
                )
                AND (
                  NOT (
                    COALESCE(LOCATE(' parent ', t.`c__to_fill`), 0) > 0
                  )
                )
                THEN FALSE
              END
              OR (
                t.`c_kind` = 'total'
              )
            ) AS v8,
            (
              (
                NOT (
                  CASE
                    WHEN (
                      NOT (
                        t.`c_initial_budget` IS NULL
                      )
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' initial_budget ', t.`c__derived`), 0) > 0
                      )
                    )
                    THEN TRUE
                    WHEN COALESCE(LOCATE(' initial_budget ', t.`c__none`), 0) > 0
                    THEN FALSE
                    WHEN COALESCE(LOCATE(' initial_budget ', t.`c__hidden`), 0) > 0
                    THEN CAST(NULL AS BOOLEAN)
                    WHEN (
                      t.`j7__read` = 'whole'
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' initial_budget ', t.`c__to_fill`), 0) > 0
                      )
                    )
                    THEN FALSE
                  END
                )
              )
              AND (
                t.`c_initial_budget` IS NULL
              )
            )
            AND (
              t.`c_adjusted_budget` IS NULL
            ) AS v10,
            (
              CASE
                WHEN NOT (
                  t.`c_approval__state` IS NULL
                )
                THEN TRUE
                WHEN (
                  t.`j7__read` = 'whole'
                )
                AND (
                  NOT (
                    COALESCE(LOCATE(' approval ', t.`c__to_fill`), 0) > 0
                  )
                )
                THEN FALSE
              END IS NULL
            )
            AND (
              NOT (
                (
                  NOT (
                    CASE
                      WHEN NOT (
                        t.`c_carried_twice` IS NULL
                      )
                      THEN TRUE
                      WHEN COALESCE(LOCATE(' carried_twice ', t.`c__none`), 0) > 0
                      THEN FALSE
                      WHEN COALESCE(LOCATE(' carried_twice ', t.`c__hidden`), 0) > 0
                      THEN FALSE
                      WHEN (
                        t.`j7__read` = 'whole'
                      )
                      AND (
                        NOT (
                          COALESCE(LOCATE(' carried_twice ', t.`c__to_fill`), 0) > 0
                        )
                      )
                      THEN FALSE
                    END
                  )
                ) IS NULL
              )
            ) AS v13,
            CASE
              WHEN NOT (
                t.`c_carry_in` IS NULL
              )
              THEN CASE
                WHEN t.`c_carry_in` >= 0
                THEN t.`c_carry_in`
                WHEN NOT (
                  t.`c_carry_in` >= 0
                )
                THEN CAST(0 AS BIGINT)
              END
              ELSE CAST(0 AS BIGINT)
            END AS v14,
            CASE
              WHEN NOT (
                t.`c_carry_in` IS NULL
              )
              THEN CASE
                WHEN (
                  (
                    CAST(2 AS BIGINT) * t.`c_carry_in`
                  ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                ) >= 0
                THEN (
                  CAST(2 AS BIGINT) * t.`c_carry_in`
                ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                WHEN NOT (
                  (
                    (
                      CAST(2 AS BIGINT) * t.`c_carry_in`
                    ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                  ) >= 0
                )
                THEN CAST(0 AS BIGINT)
              END
              ELSE CAST(0 AS BIGINT)
            END - CASE WHEN TRUE THEN COALESCE(t.`a8_c10`, 0) END AS v16,
            CASE
              WHEN NOT (
                t.`c_carry_in` IS NULL
              )
              THEN CASE
                WHEN (
                  (
                    CAST(2 AS BIGINT) * t.`c_carry_in`
                  ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                ) >= 0
                THEN (
                  CAST(2 AS BIGINT) * t.`c_carry_in`
                ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                WHEN NOT (
                  (
                    (
                      CAST(2 AS BIGINT) * t.`c_carry_in`
                    ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                  ) >= 0
                )
                THEN CAST(0 AS BIGINT)
              END
              ELSE CAST(0 AS BIGINT)
            END - CASE WHEN TRUE THEN COALESCE(t.`a8_c9`, 0) END AS v17,
            (
              (
                (
                  (
                    NOT (
                      CASE
                        WHEN (
                          NOT (
                            t.`c_initial_budget` IS NULL
                          )
                        )
                        AND (
                          NOT (
                            COALESCE(LOCATE(' initial_budget ', t.`c__derived`), 0) > 0
                          )
                        )
                        THEN TRUE
                        WHEN COALESCE(LOCATE(' initial_budget ', t.`c__none`), 0) > 0
                        THEN FALSE
                        WHEN COALESCE(LOCATE(' initial_budget ', t.`c__hidden`), 0) > 0
                        THEN CAST(NULL AS BOOLEAN)
                        WHEN (
                          t.`j7__read` = 'whole'
                        )
                        AND (
                          NOT (
                            COALESCE(LOCATE(' initial_budget ', t.`c__to_fill`), 0) > 0
                          )
                        )
                        THEN FALSE
                      END
                    )
                  )
                  AND (
                    t.`c_initial_budget` IS NULL
                  )
                )
                AND (
                  t.`c_adjusted_budget` IS NULL
                )
              )
              AND (
                NOT (
                  t.`j1_kind` IS NULL
                )
              )
            )
            AND (
              (
                t.`c_kind` = 'item'
              )
              OR CASE
                WHEN (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        t.`j1_sub_line__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a6_c11`, 0) = 0
                      )
                      THEN COALESCE(t.`a6_c12`, 0)
                    END
                  ) + (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        t.`j1_sub_line__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a6_c11`, 0) = 0
                      )
                      THEN COALESCE(t.`a6_c12`, 0)
                    END
                  )
                ) = 4
                THEN TRUE
                WHEN (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        t.`j1_sub_line__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a6_c11`, 0) = 0
                      )
                      THEN COALESCE(t.`a6_c12`, 0)
                    END
                  ) < 2
                )
                OR (
                  2 < (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        t.`j1_sub_line__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a6_c11`, 0) = 0
                      )
                      THEN COALESCE(t.`a6_c12`, 0)
                    END
                  )
                )
                THEN FALSE
              END
            ) AS v20,
            (
              (
                (
                  (
                    NOT (
                      CASE
                        WHEN NOT (
                          t.`j1__fact` IS NULL
                        )
                        THEN CASE
                          WHEN (
                            NOT (
                              t.`j1_initial_budget` IS NULL
                            )
                          )
                          AND (
                            NOT (
                              COALESCE(LOCATE(' initial_budget ', t.`j1__derived`), 0) > 0
                            )
                          )
                          THEN TRUE
                          WHEN COALESCE(LOCATE(' initial_budget ', t.`j1__none`), 0) > 0
                          THEN FALSE
                          WHEN COALESCE(LOCATE(' initial_budget ', t.`j1__hidden`), 0) > 0
                          THEN CAST(NULL AS BOOLEAN)
                          WHEN (
                            t.`j5__read` = 'whole'
                          )
                          AND (
                            NOT (
                              COALESCE(LOCATE(' initial_budget ', t.`j1__to_fill`), 0) > 0
                            )
                          )
                          THEN FALSE
                        END
                      END
                    )
                  )
                  AND (
                    t.`j1_initial_budget` IS NULL
                  )
                )
                AND (
                  t.`j1_adjusted_budget` IS NULL
                )
              )
              AND (
                NOT (
                  t.`j2_kind` IS NULL
                )
              )
            )
            AND (
              (
                t.`j1_kind` = 'item'
              )
              OR CASE
                WHEN (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        t.`j2_sub_line__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a4_c11`, 0) = 0
                      )
                      THEN COALESCE(t.`a4_c12`, 0)
                    END
                  ) + (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        t.`j2_sub_line__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a4_c11`, 0) = 0
                      )
                      THEN COALESCE(t.`a4_c12`, 0)
                    END
                  )
                ) = 4
                THEN TRUE
                WHEN (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        t.`j2_sub_line__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a4_c11`, 0) = 0
                      )
                      THEN COALESCE(t.`a4_c12`, 0)
                    END
                  ) < 2
                )
                OR (
                  2 < (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        t.`j2_sub_line__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a4_c11`, 0) = 0
                      )
                      THEN COALESCE(t.`a4_c12`, 0)
                    END
                  )
                )
                THEN FALSE
              END
            ) AS v21,
            (
              NOT (
                CASE
                  WHEN NOT (
                    t.`j2__fact` IS NULL
                  )
                  THEN CASE
                    WHEN (
                      NOT (
                        t.`j2_initial_budget` IS NULL
                      )
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' initial_budget ', t.`j2__derived`), 0) > 0
                      )
                    )
                    THEN TRUE
                    WHEN COALESCE(LOCATE(' initial_budget ', t.`j2__none`), 0) > 0
                    THEN FALSE
                    WHEN COALESCE(LOCATE(' initial_budget ', t.`j2__hidden`), 0) > 0
                    THEN CAST(NULL AS BOOLEAN)
                    WHEN (
                      t.`j3__read` = 'whole'
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' initial_budget ', t.`j2__to_fill`), 0) > 0
                      )
                    )
                    THEN FALSE
                  END
                END
              )
            )
            AND (
              CASE
                WHEN NOT (
                  t.`j2__fact` IS NULL
                )
                THEN CASE
                  WHEN NOT (
                    t.`j2_parent` IS NULL
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' parent ', t.`j2__none`), 0) > 0
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' parent ', t.`j2__hidden`), 0) > 0
                  THEN FALSE
                  WHEN (
                    t.`j3__read` = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' parent ', t.`j2__to_fill`), 0) > 0
                    )
                  )
                  THEN FALSE
                END
              END
              OR (
                t.`j2_kind` = 'total'
              )
            ) AS v22,
            (
              NOT (
                CASE
                  WHEN NOT (
                    t.`j1__fact` IS NULL
                  )
                  THEN CASE
                    WHEN (
                      NOT (
                        t.`j1_initial_budget` IS NULL
                      )
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' initial_budget ', t.`j1__derived`), 0) > 0
                      )
                    )
                    THEN TRUE
                    WHEN COALESCE(LOCATE(' initial_budget ', t.`j1__none`), 0) > 0
                    THEN FALSE
                    WHEN COALESCE(LOCATE(' initial_budget ', t.`j1__hidden`), 0) > 0
                    THEN CAST(NULL AS BOOLEAN)
                    WHEN (
                      t.`j5__read` = 'whole'
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' initial_budget ', t.`j1__to_fill`), 0) > 0
                      )
                    )
                    THEN FALSE
                  END
                END
              )
            )
            AND (
              CASE
                WHEN NOT (
                  t.`j1__fact` IS NULL
                )
                THEN CASE
                  WHEN NOT (
                    t.`j1_parent` IS NULL
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' parent ', t.`j1__none`), 0) > 0
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' parent ', t.`j1__hidden`), 0) > 0
                  THEN FALSE
                  WHEN (
                    t.`j5__read` = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' parent ', t.`j1__to_fill`), 0) > 0
                    )
                  )
                  THEN FALSE
                END
              END
              OR (
                t.`j1_kind` = 'total'
              )
            ) AS v23
          FROM (
            SELECT
              a4.`c1` AS `a4_c1`,
              a4.`c11` AS `a4_c11`,
              a4.`c12` AS `a4_c12`,
              a4.`c13` AS `a4_c13`,
              a4.`c14` AS `a4_c14`,
              a4.`c2` AS `a4_c2`,
              a4.`c3` AS `a4_c3`,
              a6.`c1` AS `a6_c1`,
              a6.`c11` AS `a6_c11`,
              a6.`c12` AS `a6_c12`,
              a6.`c13` AS `a6_c13`,
              a6.`c14` AS `a6_c14`,
              a6.`c2` AS `a6_c2`,
              a6.`c3` AS `a6_c3`,
              a8.`c1` AS `a8_c1`,
              a8.`c10` AS `a8_c10`,
              a8.`c13` AS `a8_c13`,
              a8.`c14` AS `a8_c14`,
              a8.`c6` AS `a8_c6`,
              a8.`c9` AS `a8_c9`,
              a9.`c1` AS `a9_c1`,
              a9.`c12` AS `a9_c12`,
              a9.`c13` AS `a9_c13`,
              a9.`c6` AS `a9_c6`,
              a9.`c8` AS `a9_c8`,
              a9.`c9` AS `a9_c9`,
              c.`_case` AS `c__case`,
              c.`_derived` AS `c__derived`,
              c.`_hidden` AS `c__hidden`,
              c.`_none` AS `c__none`,
              c.`_to_fill` AS `c__to_fill`,
              c.`adjusted_budget` AS `c_adjusted_budget`,
              c.`adjusted_budget__step` AS `c_adjusted_budget__step`,
              c.`approval__state` AS `c_approval__state`,
              c.`carried_twice` AS `c_carried_twice`,
              c.`carry_in` AS `c_carry_in`,
              c.`carry_in__step` AS `c_carry_in__step`,
              c.`initial_budget` AS `c_initial_budget`,
              c.`initial_budget__step` AS `c_initial_budget__step`,
              c.`kind` AS `c_kind`,
              c.`parent` AS `c_parent`,
              j1.`_derived` AS `j1__derived`,
              j1.`_fact` AS `j1__fact`,
              j1.`_hidden` AS `j1__hidden`,
              j1.`_none` AS `j1__none`,
              j1.`_to_fill` AS `j1__to_fill`,
              j1.`adjusted_budget` AS `j1_adjusted_budget`,
              j1.`adjusted_budget__step` AS `j1_adjusted_budget__step`,
              j1.`initial_budget` AS `j1_initial_budget`,
              j1.`initial_budget__step` AS `j1_initial_budget__step`,
              j1.`kind` AS `j1_kind`,
              j1.`parent` AS `j1_parent`,
              j1.`sub_line__state` AS `j1_sub_line__state`,
              j2.`_derived` AS `j2__derived`,
              j2.`_fact` AS `j2__fact`,
              j2.`_hidden` AS `j2__hidden`,
              j2.`_none` AS `j2__none`,
              j2.`_to_fill` AS `j2__to_fill`,
              j2.`adjusted_budget` AS `j2_adjusted_budget`,
              j2.`adjusted_budget__step` AS `j2_adjusted_budget__step`,
              j2.`initial_budget` AS `j2_initial_budget`,
              j2.`initial_budget__step` AS `j2_initial_budget__step`,
              j2.`kind` AS `j2_kind`,
              j2.`parent` AS `j2_parent`,
              j2.`sub_line__state` AS `j2_sub_line__state`,
              j3.`_read` AS `j3__read`,
              j5.`_read` AS `j5__read`,
              j7.`_read` AS `j7__read`
            FROM `budget_line` AS c
            LEFT JOIN `budget_line` AS j1
              ON j1.`_fact` = c.`parent`
            LEFT JOIN `budget_line` AS j2
              ON j2.`_fact` = j1.`parent`
            LEFT JOIN `unit` AS j3
              ON j3.`_case` = j2.`_case`
            LEFT JOIN `budget_line_1` AS a4
              ON a4.`k1` = j2.`_fact`
            LEFT JOIN `unit` AS j5
              ON j5.`_case` = j1.`_case`
            LEFT JOIN `budget_line_1` AS a6
              ON a6.`k1` = j1.`_fact`
            LEFT JOIN `unit` AS j7
              ON j7.`_case` = c.`_case`
            LEFT JOIN `budget_line_1` AS a8
              ON a8.`k1` = c.`_fact`
            LEFT JOIN `approval_5` AS a9
              ON a9.`k1` = c.`_fact`
            WHERE
              NOT (
                c.`_case` IS NULL
              )
          ) AS t
        ) AS t
      ) AS t
    ) AS t
  ) AS t
  GROUP BY
    t.`c__case`
), `budget_line_3` AS (
  SELECT
    t.`c__case` AS k1,
    COUNT(CASE WHEN t.`v1` THEN 1 END) AS c1,
    COUNT(CASE WHEN t.`v1` IS NULL THEN 1 END) AS c2
  FROM (
    SELECT
      t.*,
      (
        t.`c_kind` = 'item'
      )
      AND CASE
        WHEN (
          NOT (
            t.`c_initial_budget` IS NULL
          )
        )
        AND (
          NOT (
            COALESCE(LOCATE(' initial_budget ', t.`c__derived`), 0) > 0
          )
        )
        THEN TRUE
        WHEN COALESCE(LOCATE(' initial_budget ', t.`c__none`), 0) > 0
        THEN FALSE
        WHEN COALESCE(LOCATE(' initial_budget ', t.`c__hidden`), 0) > 0
        THEN CAST(NULL AS BOOLEAN)
        WHEN (
          t.`j1__read` = 'whole'
        )
        AND (
          NOT (
            COALESCE(LOCATE(' initial_budget ', t.`c__to_fill`), 0) > 0
          )
        )
        THEN FALSE
      END AS v1
    FROM (
      SELECT
        c.`_case` AS `c__case`,
        c.`_derived` AS `c__derived`,
        c.`_hidden` AS `c__hidden`,
        c.`_none` AS `c__none`,
        c.`_to_fill` AS `c__to_fill`,
        c.`initial_budget` AS `c_initial_budget`,
        c.`kind` AS `c_kind`,
        j1.`_read` AS `j1__read`
      FROM `budget_line` AS c
      LEFT JOIN `unit` AS j1
        ON j1.`_case` = c.`_case`
      WHERE
        NOT (
          c.`_case` IS NULL
        )
    ) AS t
  ) AS t
  GROUP BY
    t.`c__case`
), `budget_line_9` AS (
  SELECT
    t.`c_parent` AS k1,
    SUM(CASE WHEN TRUE THEN COALESCE(t.`a1_c1`, 0) END) AS c1,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(100000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c6`, 0) END
      END
    ) AS c2,
    SUM(CASE WHEN TRUE THEN COALESCE(t.`a1_c8`, 0) END) AS c3,
    SUM(CASE WHEN TRUE THEN COALESCE(t.`a1_c9`, 0) END) AS c4,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c12`, 0) END
      END
    ) AS c5,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c13`, 0) END
      END
    ) AS c6
  FROM (
    SELECT
      t.*,
      (
        CASE
          WHEN NOT (
            t.`c_approval__state` IS NULL
          )
          THEN TRUE
          WHEN (
            t.`j2__read` = 'whole'
          )
          AND (
            NOT (
              COALESCE(LOCATE(' approval ', t.`c__to_fill`), 0) > 0
            )
          )
          THEN FALSE
        END IS NULL
      )
      AND (
        NOT (
          (
            NOT (
              CASE
                WHEN NOT (
                  t.`c_carried_twice` IS NULL
                )
                THEN TRUE
                WHEN COALESCE(LOCATE(' carried_twice ', t.`c__none`), 0) > 0
                THEN FALSE
                WHEN COALESCE(LOCATE(' carried_twice ', t.`c__hidden`), 0) > 0
                THEN FALSE
                WHEN (
                  t.`j2__read` = 'whole'
                )
                AND (
                  NOT (
                    COALESCE(LOCATE(' carried_twice ', t.`c__to_fill`), 0) > 0
                  )
                )
                THEN FALSE
              END
            )
          ) IS NULL
        )
      ) AS v1
    FROM (
      SELECT
        a1.`c1` AS `a1_c1`,
        a1.`c12` AS `a1_c12`,
        a1.`c13` AS `a1_c13`,
        a1.`c6` AS `a1_c6`,
        a1.`c8` AS `a1_c8`,
        a1.`c9` AS `a1_c9`,
        c.`_hidden` AS `c__hidden`,
        c.`_none` AS `c__none`,
        c.`_to_fill` AS `c__to_fill`,
        c.`approval__state` AS `c_approval__state`,
        c.`carried_twice` AS `c_carried_twice`,
        c.`parent` AS `c_parent`,
        j2.`_read` AS `j2__read`
      FROM `budget_line` AS c
      LEFT JOIN `approval_5` AS a1
        ON a1.`k1` = c.`_fact`
      LEFT JOIN `unit` AS j2
        ON j2.`_case` = c.`_case`
      WHERE
        NOT (
          c.`parent` IS NULL
        )
    ) AS t
  ) AS t
  GROUP BY
    t.`c_parent`
), `budget_line_7` AS (
  SELECT
    t.`c_parent` AS k1,
    SUM(CASE WHEN TRUE THEN COALESCE(t.`a1_c1`, 0) END) AS c1,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(100000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c6`, 0) END
      END
    ) AS c2,
    SUM(CASE WHEN TRUE THEN COALESCE(t.`a1_c8`, 0) END) AS c3,
    SUM(CASE WHEN TRUE THEN COALESCE(t.`a1_c9`, 0) END) AS c4,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c12`, 0) END
      END
    ) AS c5,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c13`, 0) END
      END
    ) AS c6,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a1_c1`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c1`, 0) END
    ) AS c7,
    SUM(t.`v2`) AS c8,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a1_c8`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c3`, 0) END
    ) AS c9,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a1_c9`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c4`, 0) END
    ) AS c10,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c12`, 0) END
      END + CASE WHEN TRUE THEN COALESCE(t.`a3_c5`, 0) END
    ) AS c11,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c13`, 0) END
      END + CASE WHEN TRUE THEN COALESCE(t.`a3_c6`, 0) END
    ) AS c12
  FROM (
    SELECT
      t.*,
      CASE
        WHEN t.`v1`
        THEN CAST(100000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c6`, 0) END
      END + CASE WHEN TRUE THEN COALESCE(t.`a3_c2`, 0) END AS v2
    FROM (
      SELECT
        t.*,
        (
          CASE
            WHEN NOT (
              t.`c_approval__state` IS NULL
            )
            THEN TRUE
            WHEN (
              t.`j2__read` = 'whole'
            )
            AND (
              NOT (
                COALESCE(LOCATE(' approval ', t.`c__to_fill`), 0) > 0
              )
            )
            THEN FALSE
          END IS NULL
        )
        AND (
          NOT (
            (
              NOT (
                CASE
                  WHEN NOT (
                    t.`c_carried_twice` IS NULL
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' carried_twice ', t.`c__none`), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(LOCATE(' carried_twice ', t.`c__hidden`), 0) > 0
                  THEN FALSE
                  WHEN (
                    t.`j2__read` = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' carried_twice ', t.`c__to_fill`), 0) > 0
                    )
                  )
                  THEN FALSE
                END
              )
            ) IS NULL
          )
        ) AS v1
      FROM (
        SELECT
          a1.`c1` AS `a1_c1`,
          a1.`c12` AS `a1_c12`,
          a1.`c13` AS `a1_c13`,
          a1.`c6` AS `a1_c6`,
          a1.`c8` AS `a1_c8`,
          a1.`c9` AS `a1_c9`,
          a3.`c1` AS `a3_c1`,
          a3.`c2` AS `a3_c2`,
          a3.`c3` AS `a3_c3`,
          a3.`c4` AS `a3_c4`,
          a3.`c5` AS `a3_c5`,
          a3.`c6` AS `a3_c6`,
          c.`_hidden` AS `c__hidden`,
          c.`_none` AS `c__none`,
          c.`_to_fill` AS `c__to_fill`,
          c.`approval__state` AS `c_approval__state`,
          c.`carried_twice` AS `c_carried_twice`,
          c.`parent` AS `c_parent`,
          j2.`_read` AS `j2__read`
        FROM `budget_line` AS c
        LEFT JOIN `approval_5` AS a1
          ON a1.`k1` = c.`_fact`
        LEFT JOIN `unit` AS j2
          ON j2.`_case` = c.`_case`
        LEFT JOIN `budget_line_9` AS a3
          ON a3.`k1` = c.`_fact`
        WHERE
          NOT (
            c.`parent` IS NULL
          )
      ) AS t
    ) AS t
  ) AS t
  GROUP BY
    t.`c_parent`
), `budget_line_6` AS (
  SELECT
    t.`c_parent` AS k1,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a1_c1`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a2_c1`, 0) END
    ) AS c1,
    SUM(t.`v2`) AS c2,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a1_c8`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a2_c3`, 0) END
    ) AS c3,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a1_c9`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a2_c4`, 0) END
    ) AS c4,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c12`, 0) END
      END + CASE WHEN TRUE THEN COALESCE(t.`a2_c5`, 0) END
    ) AS c5,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c13`, 0) END
      END + CASE WHEN TRUE THEN COALESCE(t.`a2_c6`, 0) END
    ) AS c6,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(100000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c6`, 0) END
      END
    ) AS c7,
    SUM(CASE WHEN TRUE THEN COALESCE(t.`a1_c4`, 0) END) AS c8,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c12`, 0) END
      END
    ) AS c9,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c13`, 0) END
      END
    ) AS c10,
    SUM(CASE WHEN TRUE THEN COALESCE(t.`a1_c10`, 0) END) AS c11,
    SUM(CASE WHEN TRUE THEN COALESCE(t.`a1_c11`, 0) END) AS c12,
    SUM(
      CASE
        WHEN NOT (
          t.`c_carry_in` IS NULL
        )
        THEN CAST(t.`v3` AS DECIMAL(38, 0))
        ELSE CASE WHEN TRUE THEN COALESCE(t.`a4_c6`, 0) END
      END
    ) AS c13,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a1_c1`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a2_c7`, 0) END
    ) AS c14,
    SUM(t.`v4`) AS c15,
    SUM(
      CASE
        WHEN NOT (
          t.`c_carry_in` IS NULL
        )
        THEN CAST(CASE
          WHEN NOT (
            t.`c_carry_in` IS NULL
          )
          THEN CASE
            WHEN (
              (
                CAST(2 AS BIGINT) * t.`c_carry_in`
              ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            ) >= 0
            THEN (
              CAST(2 AS BIGINT) * t.`c_carry_in`
            ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            WHEN NOT (
              (
                (
                  CAST(2 AS BIGINT) * t.`c_carry_in`
                ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
              ) >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS DECIMAL(38, 0))
        ELSE CASE WHEN TRUE THEN COALESCE(t.`a4_c9`, 0) END
      END
    ) AS c16,
    SUM(
      CASE
        WHEN NOT (
          t.`c_carry_in` IS NULL
        )
        THEN CAST(CASE
          WHEN NOT (
            t.`c_carry_in` IS NULL
          )
          THEN CASE
            WHEN (
              (
                CAST(2 AS BIGINT) * t.`c_carry_in`
              ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            ) >= 0
            THEN (
              CAST(2 AS BIGINT) * t.`c_carry_in`
            ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            WHEN NOT (
              (
                (
                  CAST(2 AS BIGINT) * t.`c_carry_in`
                ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
              ) >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS DECIMAL(38, 0))
        ELSE CASE WHEN TRUE THEN COALESCE(t.`a4_c10`, 0) END
      END
    ) AS c17,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a1_c8`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a2_c9`, 0) END
    ) AS c18,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a1_c9`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a2_c10`, 0) END
    ) AS c19,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c12`, 0) END
      END + CASE WHEN TRUE THEN COALESCE(t.`a2_c11`, 0) END
    ) AS c20,
    SUM(
      CASE
        WHEN t.`v1`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c13`, 0) END
      END + CASE WHEN TRUE THEN COALESCE(t.`a2_c12`, 0) END
    ) AS c21
  FROM (
    SELECT
      t.*,
      CASE
        WHEN t.`v1`
        THEN CAST(100000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c6`, 0) END
      END + CASE WHEN TRUE THEN COALESCE(t.`a2_c2`, 0) END AS v2,
      CASE
        WHEN t.`v1`
        THEN CAST(100000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v1`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c6`, 0) END
      END + CASE WHEN TRUE THEN COALESCE(t.`a2_c8`, 0) END AS v4
    FROM (
      SELECT
        t.*,
        (
          CASE
            WHEN NOT (
              t.`c_approval__state` IS NULL
            )
            THEN TRUE
            WHEN (
              t.`j3__read` = 'whole'
            )
            AND (
              NOT (
                COALESCE(LOCATE(' approval ', t.`c__to_fill`), 0) > 0
              )
            )
            THEN FALSE
          END IS NULL
        )
        AND (
          NOT (
            (
              NOT (
                CASE
                  WHEN NOT (
                    t.`c_carried_twice` IS NULL
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' carried_twice ', t.`c__none`), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(LOCATE(' carried_twice ', t.`c__hidden`), 0) > 0
                  THEN FALSE
                  WHEN (
                    t.`j3__read` = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' carried_twice ', t.`c__to_fill`), 0) > 0
                    )
                  )
                  THEN FALSE
                END
              )
            ) IS NULL
          )
        ) AS v1,
        CASE
          WHEN NOT (
            t.`c_carry_in` IS NULL
          )
          THEN CASE
            WHEN t.`c_carry_in` >= 0
            THEN t.`c_carry_in`
            WHEN NOT (
              t.`c_carry_in` >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS v3
      FROM (
        SELECT
          a1.`c1` AS `a1_c1`,
          a1.`c10` AS `a1_c10`,
          a1.`c11` AS `a1_c11`,
          a1.`c12` AS `a1_c12`,
          a1.`c13` AS `a1_c13`,
          a1.`c4` AS `a1_c4`,
          a1.`c6` AS `a1_c6`,
          a1.`c8` AS `a1_c8`,
          a1.`c9` AS `a1_c9`,
          a2.`c1` AS `a2_c1`,
          a2.`c10` AS `a2_c10`,
          a2.`c11` AS `a2_c11`,
          a2.`c12` AS `a2_c12`,
          a2.`c2` AS `a2_c2`,
          a2.`c3` AS `a2_c3`,
          a2.`c4` AS `a2_c4`,
          a2.`c5` AS `a2_c5`,
          a2.`c6` AS `a2_c6`,
          a2.`c7` AS `a2_c7`,
          a2.`c8` AS `a2_c8`,
          a2.`c9` AS `a2_c9`,
          a4.`c10` AS `a4_c10`,
          a4.`c6` AS `a4_c6`,
          a4.`c9` AS `a4_c9`,
          c.`_hidden` AS `c__hidden`,
          c.`_none` AS `c__none`,
          c.`_to_fill` AS `c__to_fill`,
          c.`approval__state` AS `c_approval__state`,
          c.`carried_twice` AS `c_carried_twice`,
          c.`carry_in` AS `c_carry_in`,
          c.`carry_in__step` AS `c_carry_in__step`,
          c.`parent` AS `c_parent`,
          j3.`_read` AS `j3__read`
        FROM `budget_line` AS c
        LEFT JOIN `approval_5` AS a1
          ON a1.`k1` = c.`_fact`
        LEFT JOIN `budget_line_7` AS a2
          ON a2.`k1` = c.`_fact`
        LEFT JOIN `unit` AS j3
          ON j3.`_case` = c.`_case`
        LEFT JOIN `budget_line_1` AS a4
          ON a4.`k1` = c.`_fact`
        WHERE
          NOT (
            c.`parent` IS NULL
          )
      ) AS t
    ) AS t
  ) AS t
  GROUP BY
    t.`c_parent`
), `budget_line_10` AS (
  SELECT
    t.`c__case` AS k1,
    SUM(
      CASE
        WHEN (
          (
            t.`c_kind` = 'total'
          ) OR (
            t.`c_kind` = 'basic'
          )
        )
        OR (
          t.`c_kind` = 'project'
        )
        THEN CASE
          WHEN t.`v3` >= 0
          THEN t.`v3`
          WHEN NOT (
            t.`v3` >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c1,
    SUM(
      CASE
        WHEN (
          (
            t.`c_kind` = 'total'
          ) OR (
            t.`c_kind` = 'basic'
          )
        )
        OR (
          t.`c_kind` = 'project'
        )
        THEN CASE
          WHEN t.`v6` >= 0
          THEN t.`v6`
          WHEN NOT (
            t.`v6` >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c2,
    SUM(
      CASE
        WHEN (
          (
            t.`c_kind` = 'total'
          ) OR (
            t.`c_kind` = 'basic'
          )
        )
        OR (
          t.`c_kind` = 'project'
        )
        THEN CASE
          WHEN t.`v7` >= 0
          THEN t.`v7`
          WHEN NOT (
            t.`v7` >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c3
  FROM (
    SELECT
      t.*,
      (
        CASE WHEN TRUE THEN COALESCE(t.`a1_c1`, 0) END + CASE
          WHEN t.`v1`
          THEN CAST(100000000000000 AS DECIMAL(38, 0))
          WHEN NOT (
            t.`v1`
          )
          THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c6`, 0) END
        END
      ) + CASE
        WHEN (
          t.`v2` - CASE WHEN TRUE THEN COALESCE(t.`a3_c6`, 0) END
        ) >= 0
        THEN t.`v2` - CASE WHEN TRUE THEN COALESCE(t.`a3_c6`, 0) END
        WHEN NOT (
          (
            t.`v2` - CASE WHEN TRUE THEN COALESCE(t.`a3_c6`, 0) END
          ) >= 0
        )
        THEN CAST(0 AS DECIMAL(38, 0))
      END AS v3,
      (
        CASE WHEN TRUE THEN COALESCE(t.`a1_c8`, 0) END + CASE
          WHEN t.`v1`
          THEN CAST(200000000000000 AS DECIMAL(38, 0))
          WHEN NOT (
            t.`v1`
          )
          THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c12`, 0) END
        END
      ) + CASE
        WHEN t.`v4` >= 0
        THEN t.`v4`
        WHEN NOT (
          t.`v4` >= 0
        )
        THEN CAST(0 AS DECIMAL(38, 0))
      END AS v6,
      (
        CASE WHEN TRUE THEN COALESCE(t.`a1_c9`, 0) END + CASE
          WHEN t.`v1`
          THEN CAST(200000000000000 AS DECIMAL(38, 0))
          WHEN NOT (
            t.`v1`
          )
          THEN CASE WHEN TRUE THEN COALESCE(t.`a1_c13`, 0) END
        END
      ) + CASE
        WHEN t.`v5` >= 0
        THEN t.`v5`
        WHEN NOT (
          t.`v5` >= 0
        )
        THEN CAST(0 AS DECIMAL(38, 0))
      END AS v7
    FROM (
      SELECT
        t.*,
        (
          CASE
            WHEN NOT (
              t.`c_approval__state` IS NULL
            )
            THEN TRUE
            WHEN (
              t.`j2__read` = 'whole'
            )
            AND (
              NOT (
                COALESCE(LOCATE(' approval ', t.`c__to_fill`), 0) > 0
              )
            )
            THEN FALSE
          END IS NULL
        )
        AND (
          NOT (
            (
              NOT (
                CASE
                  WHEN NOT (
                    t.`c_carried_twice` IS NULL
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' carried_twice ', t.`c__none`), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(LOCATE(' carried_twice ', t.`c__hidden`), 0) > 0
                  THEN FALSE
                  WHEN (
                    t.`j2__read` = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' carried_twice ', t.`c__to_fill`), 0) > 0
                    )
                  )
                  THEN FALSE
                END
              )
            ) IS NULL
          )
        ) AS v1,
        CASE
          WHEN NOT (
            t.`c_carry_in` IS NULL
          )
          THEN CASE
            WHEN t.`c_carry_in` >= 0
            THEN t.`c_carry_in`
            WHEN NOT (
              t.`c_carry_in` >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS v2,
        CASE
          WHEN NOT (
            t.`c_carry_in` IS NULL
          )
          THEN CASE
            WHEN (
              (
                CAST(2 AS BIGINT) * t.`c_carry_in`
              ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            ) >= 0
            THEN (
              CAST(2 AS BIGINT) * t.`c_carry_in`
            ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            WHEN NOT (
              (
                (
                  CAST(2 AS BIGINT) * t.`c_carry_in`
                ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
              ) >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END - CASE WHEN TRUE THEN COALESCE(t.`a3_c10`, 0) END AS v4,
        CASE
          WHEN NOT (
            t.`c_carry_in` IS NULL
          )
          THEN CASE
            WHEN (
              (
                CAST(2 AS BIGINT) * t.`c_carry_in`
              ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            ) >= 0
            THEN (
              CAST(2 AS BIGINT) * t.`c_carry_in`
            ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            WHEN NOT (
              (
                (
                  CAST(2 AS BIGINT) * t.`c_carry_in`
                ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
              ) >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END - CASE WHEN TRUE THEN COALESCE(t.`a3_c9`, 0) END AS v5
      FROM (
        SELECT
          a1.`c1` AS `a1_c1`,
          a1.`c12` AS `a1_c12`,
          a1.`c13` AS `a1_c13`,
          a1.`c6` AS `a1_c6`,
          a1.`c8` AS `a1_c8`,
          a1.`c9` AS `a1_c9`,
          a3.`c10` AS `a3_c10`,
          a3.`c6` AS `a3_c6`,
          a3.`c9` AS `a3_c9`,
          c.`_case` AS `c__case`,
          c.`_hidden` AS `c__hidden`,
          c.`_none` AS `c__none`,
          c.`_to_fill` AS `c__to_fill`,
          c.`approval__state` AS `c_approval__state`,
          c.`carried_twice` AS `c_carried_twice`,
          c.`carry_in` AS `c_carry_in`,
          c.`carry_in__step` AS `c_carry_in__step`,
          c.`kind` AS `c_kind`,
          j2.`_read` AS `j2__read`
        FROM `budget_line` AS c
        LEFT JOIN `approval_5` AS a1
          ON a1.`k1` = c.`_fact`
        LEFT JOIN `unit` AS j2
          ON j2.`_case` = c.`_case`
        LEFT JOIN `budget_line_1` AS a3
          ON a3.`k1` = c.`_fact`
        WHERE
          NOT (
            c.`_case` IS NULL
          )
      ) AS t
    ) AS t
  ) AS t
  GROUP BY
    t.`c__case`
), `budget_line_4` AS (
  SELECT
    t.`c_parent` AS k1,
    SUM(
      CASE
        WHEN NOT (
          t.`c_carry_in` IS NULL
        )
        THEN CAST(t.`v1` AS DECIMAL(38, 0))
        ELSE CASE WHEN TRUE THEN COALESCE(t.`a1_c6`, 0) END
      END
    ) AS c1,
    SUM(
      CASE
        WHEN NOT (
          t.`c_carry_in` IS NULL
        )
        THEN CAST(t.`v2` AS DECIMAL(38, 0))
        ELSE CASE WHEN TRUE THEN COALESCE(t.`a1_c7`, 0) END
      END
    ) AS c2,
    SUM(
      CASE
        WHEN NOT (
          t.`c_carry_in` IS NULL
        )
        THEN CAST(t.`v3` AS DECIMAL(38, 0))
        ELSE CASE WHEN TRUE THEN COALESCE(t.`a1_c8`, 0) END
      END
    ) AS c3,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a2_c1`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c1`, 0) END
    ) AS c4,
    SUM(t.`v5`) AS c5,
    SUM(
      CASE
        WHEN NOT (
          t.`c_carry_in` IS NULL
        )
        THEN CAST(CASE
          WHEN NOT (
            t.`c_carry_in` IS NULL
          )
          THEN CASE
            WHEN (
              (
                CAST(2 AS BIGINT) * t.`c_carry_in`
              ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            ) >= 0
            THEN (
              CAST(2 AS BIGINT) * t.`c_carry_in`
            ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            WHEN NOT (
              (
                (
                  CAST(2 AS BIGINT) * t.`c_carry_in`
                ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
              ) >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS DECIMAL(38, 0))
        ELSE CASE WHEN TRUE THEN COALESCE(t.`a1_c9`, 0) END
      END
    ) AS c6,
    SUM(
      CASE
        WHEN NOT (
          t.`c_carry_in` IS NULL
        )
        THEN CAST(CASE
          WHEN NOT (
            t.`c_carry_in` IS NULL
          )
          THEN CASE
            WHEN (
              (
                CAST(2 AS BIGINT) * t.`c_carry_in`
              ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            ) >= 0
            THEN (
              CAST(2 AS BIGINT) * t.`c_carry_in`
            ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
            WHEN NOT (
              (
                (
                  CAST(2 AS BIGINT) * t.`c_carry_in`
                ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
              ) >= 0
            )
            THEN CAST(0 AS BIGINT)
          END
          ELSE CAST(0 AS BIGINT)
        END AS DECIMAL(38, 0))
        ELSE CASE WHEN TRUE THEN COALESCE(t.`a1_c10`, 0) END
      END
    ) AS c7,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a2_c8`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c3`, 0) END
    ) AS c8,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a2_c9`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c4`, 0) END
    ) AS c9,
    SUM(
      CASE
        WHEN t.`v4`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v4`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a2_c12`, 0) END
      END + CASE WHEN TRUE THEN COALESCE(t.`a3_c5`, 0) END
    ) AS c10,
    SUM(
      CASE
        WHEN t.`v4`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v4`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a2_c13`, 0) END
      END + CASE WHEN TRUE THEN COALESCE(t.`a3_c6`, 0) END
    ) AS c11,
    SUM(CASE WHEN TRUE THEN COALESCE(t.`a2_c14`, 0) END) AS c12,
    SUM(t.`v6`) AS c13,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a2_c4`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c8`, 0) END
    ) AS c14,
    SUM(
      CASE
        WHEN t.`v4`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v4`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a2_c12`, 0) END
      END + CASE WHEN TRUE THEN COALESCE(t.`a3_c9`, 0) END
    ) AS c15,
    SUM(
      CASE
        WHEN t.`v4`
        THEN CAST(200000000000000 AS DECIMAL(38, 0))
        WHEN NOT (
          t.`v4`
        )
        THEN CASE WHEN TRUE THEN COALESCE(t.`a2_c13`, 0) END
      END + CASE WHEN TRUE THEN COALESCE(t.`a3_c10`, 0) END
    ) AS c16,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a2_c10`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c11`, 0) END
    ) AS c17,
    SUM(
      CASE WHEN TRUE THEN COALESCE(t.`a2_c11`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c12`, 0) END
    ) AS c18,
    COUNT(CASE WHEN t.`v15` THEN 1 END) AS c19,
    COUNT(CASE WHEN t.`v15` IS NULL THEN 1 END) AS c20,
    COUNT(CASE WHEN t.`v31` THEN 1 END) AS c21,
    COUNT(CASE WHEN t.`v31` IS NULL THEN 1 END) AS c22,
    COUNT(
      CASE
        WHEN (
          t.`v15` IS NULL
        ) OR (
          t.`v15` AND (
            t.`v14` IS NULL
          )
        )
        THEN 1
      END
    ) AS c23,
    SUM(CASE WHEN t.`v15` THEN t.`v14` END) AS c24
  FROM (
    SELECT
      t.*,
      (
        (
          (
            CAST(t.`c_actual` AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
          ) > (
            CAST(t.`c_initial_budget` AS DECIMAL(38, 0)) * CAST(105 AS BIGINT)
          )
        )
        AND (
          t.`v14` > 0
        )
      )
      AND (
        (
          t.`v7` > t.`v13`
        ) OR NULL
      ) AS v15
    FROM (
      SELECT
        t.*,
        CASE
          WHEN NOT (
            t.`c_adjusted_budget` IS NULL
          )
          THEN CASE
            WHEN CASE
              WHEN t.`v7` > t.`v13`
              THEN t.`v7` - t.`v13`
              WHEN NOT (
                t.`v7` > t.`v13`
              )
              THEN t.`v7`
            END <= (
              t.`c_actual` - t.`c_adjusted_budget`
            )
            THEN CASE
              WHEN t.`v7` > t.`v13`
              THEN t.`v7` - t.`v13`
              WHEN NOT (
                t.`v7` > t.`v13`
              )
              THEN t.`v7`
            END
            WHEN NOT (
              CASE
                WHEN t.`v7` > t.`v13`
                THEN t.`v7` - t.`v13`
                WHEN NOT (
                  t.`v7` > t.`v13`
                )
                THEN t.`v7`
              END <= (
                t.`c_actual` - t.`c_adjusted_budget`
              )
            )
            THEN CAST(t.`c_actual` - t.`c_adjusted_budget` AS DECIMAL(38, 0))
          END
          ELSE CASE
            WHEN t.`v7` > t.`v13`
            THEN t.`v7` - t.`v13`
            WHEN NOT (
              t.`v7` > t.`v13`
            )
            THEN t.`v7`
          END
        END AS v14
      FROM (
        SELECT
          t.*,
          (
            t.`v12` + CASE
              WHEN t.`v4`
              THEN CAST(100000000000000 AS DECIMAL(38, 0))
              WHEN NOT (
                t.`v4`
              )
              THEN CASE WHEN TRUE THEN COALESCE(t.`a2_c6`, 0) END
            END
          ) + CASE WHEN TRUE THEN COALESCE(t.`a3_c15`, 0) END AS v13
        FROM (
          SELECT
            t.*,
            CASE
              WHEN t.`c_kind` <> 'item'
              THEN t.`v11`
              WHEN NOT (
                t.`c_kind` <> 'item'
              )
              THEN CASE
                WHEN (
                  NOT (
                    t.`j5_kind` IS NULL
                  )
                ) AND (
                  t.`j5_kind` = 'item'
                )
                THEN CASE WHEN TRUE THEN COALESCE(t.`a9_c1`, 0) END + CASE
                  WHEN t.`v10` >= 0
                  THEN t.`v10`
                  WHEN NOT (
                    t.`v10` >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    NOT (
                      t.`j5_kind` IS NULL
                    )
                  ) AND (
                    t.`j5_kind` = 'item'
                  )
                )
                THEN CASE WHEN TRUE THEN COALESCE(t.`a9_c1`, 0) END
              END
            END AS v12,
            (
              CASE
                WHEN t.`v17` < (
                  CAST((
                    CAST(2 AS BIGINT) * t.`c_actual`
                  ) - CASE WHEN t.`c_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_actual__step` END AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
                )
                THEN TRUE
                WHEN t.`v16` >= (
                  CAST((
                    CAST(2 AS BIGINT) * t.`c_actual`
                  ) + CASE WHEN t.`c_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_actual__step` END AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
                )
                THEN FALSE
              END
              AND CASE
                WHEN NOT (
                  t.`c_adjusted_budget` IS NULL
                )
                THEN CASE
                  WHEN CASE WHEN t.`v26` < t.`v18` THEN TRUE WHEN t.`v25` >= t.`v19` THEN FALSE END
                  THEN CASE WHEN 0 < t.`v27` THEN TRUE WHEN 0 >= t.`v28` THEN FALSE END
                  WHEN NOT (
                    CASE WHEN t.`v26` < t.`v18` THEN TRUE WHEN t.`v25` >= t.`v19` THEN FALSE END
                  )
                  THEN CASE WHEN 0 < t.`v18` THEN TRUE WHEN 0 >= t.`v19` THEN FALSE END
                END
                AND CASE WHEN 0 < t.`v29` THEN TRUE WHEN 0 >= t.`v30` THEN FALSE END
                ELSE CASE
                  WHEN CASE WHEN t.`v26` < t.`v18` THEN TRUE WHEN t.`v25` >= t.`v19` THEN FALSE END
                  THEN CASE WHEN 0 < t.`v27` THEN TRUE WHEN 0 >= t.`v28` THEN FALSE END
                  WHEN NOT (
                    CASE WHEN t.`v26` < t.`v18` THEN TRUE WHEN t.`v25` >= t.`v19` THEN FALSE END
                  )
                  THEN CASE WHEN 0 < t.`v18` THEN TRUE WHEN 0 >= t.`v19` THEN FALSE END
                END
              END
            )
            AND (
              CASE WHEN t.`v26` < t.`v18` THEN TRUE WHEN t.`v25` >= t.`v19` THEN FALSE END
              OR NULL
            ) AS v31
          FROM (
            SELECT
              t.*,
              CASE
                WHEN NOT (
                  t.`j5_kind` IS NULL
                )
                THEN CASE
                  WHEN t.`v10` >= 0
                  THEN t.`v10`
                  WHEN NOT (
                    t.`v10` >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                ELSE CAST(0 AS DECIMAL(38, 0))
              END AS v11,
              (
                CASE
                  WHEN t.`c_kind` <> 'item'
                  THEN CASE
                    WHEN NOT (
                      t.`j5_kind` IS NULL
                    )
                    THEN CASE
                      WHEN t.`v23` >= 0
                      THEN t.`v23`
                      WHEN NOT (
                        t.`v23` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    ELSE CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    t.`c_kind` <> 'item'
                  )
                  THEN CASE
                    WHEN (
                      NOT (
                        t.`j5_kind` IS NULL
                      )
                    ) AND (
                      t.`j5_kind` = 'item'
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a9_c2`, 0) END + CASE
                      WHEN t.`v23` >= 0
                      THEN t.`v23`
                      WHEN NOT (
                        t.`v23` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      (
                        NOT (
                          t.`j5_kind` IS NULL
                        )
                      ) AND (
                        t.`j5_kind` = 'item'
                      )
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a9_c2`, 0) END
                  END
                END + CASE
                  WHEN t.`v4`
                  THEN CAST(200000000000000 AS DECIMAL(38, 0))
                  WHEN NOT (
                    t.`v4`
                  )
                  THEN CASE WHEN TRUE THEN COALESCE(t.`a2_c12`, 0) END
                END
              ) + CASE WHEN TRUE THEN COALESCE(t.`a3_c20`, 0) END AS v25,
              (
                CASE
                  WHEN t.`c_kind` <> 'item'
                  THEN CASE
                    WHEN NOT (
                      t.`j5_kind` IS NULL
                    )
                    THEN CASE
                      WHEN t.`v24` >= 0
                      THEN t.`v24`
                      WHEN NOT (
                        t.`v24` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    ELSE CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    t.`c_kind` <> 'item'
                  )
                  THEN CASE
                    WHEN (
                      NOT (
                        t.`j5_kind` IS NULL
                      )
                    ) AND (
                      t.`j5_kind` = 'item'
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a9_c3`, 0) END + CASE
                      WHEN t.`v24` >= 0
                      THEN t.`v24`
                      WHEN NOT (
                        t.`v24` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      (
                        NOT (
                          t.`j5_kind` IS NULL
                        )
                      ) AND (
                        t.`j5_kind` = 'item'
                      )
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a9_c3`, 0) END
                  END
                END + CASE
                  WHEN t.`v4`
                  THEN CAST(200000000000000 AS DECIMAL(38, 0))
                  WHEN NOT (
                    t.`v4`
                  )
                  THEN CASE WHEN TRUE THEN COALESCE(t.`a2_c13`, 0) END
                END
              ) + CASE WHEN TRUE THEN COALESCE(t.`a3_c21`, 0) END AS v26,
              (
                (
                  (
                    (
                      (
                        CAST(2 AS BIGINT) * t.`c_actual`
                      ) - CASE WHEN t.`c_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_actual__step` END
                    ) - (
                      (
                        CAST(2 AS BIGINT) * t.`c_initial_budget`
                      ) + CASE
                        WHEN t.`c_initial_budget` = 0
                        THEN CAST(0 AS BIGINT)
                        ELSE t.`c_initial_budget__step`
                      END
                    )
                  ) - CASE
                    WHEN NOT (
                      t.`c_carry_in` IS NULL
                    )
                    THEN CAST(CASE
                      WHEN NOT (
                        t.`c_carry_in` IS NULL
                      )
                      THEN CASE
                        WHEN (
                          (
                            CAST(2 AS BIGINT) * t.`c_carry_in`
                          ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                        ) >= 0
                        THEN (
                          CAST(2 AS BIGINT) * t.`c_carry_in`
                        ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                        WHEN NOT (
                          (
                            (
                              CAST(2 AS BIGINT) * t.`c_carry_in`
                            ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                          ) >= 0
                        )
                        THEN CAST(0 AS BIGINT)
                      END
                      ELSE CAST(0 AS BIGINT)
                    END AS DECIMAL(38, 0))
                    ELSE CASE WHEN TRUE THEN COALESCE(t.`a3_c17`, 0) END
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(t.`a2_c9`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c19`, 0) END
                )
              ) - (
                (
                  CASE
                    WHEN t.`c_kind` <> 'item'
                    THEN CASE
                      WHEN NOT (
                        t.`j5_kind` IS NULL
                      )
                      THEN CASE
                        WHEN t.`v24` >= 0
                        THEN t.`v24`
                        WHEN NOT (
                          t.`v24` >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      ELSE CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      t.`c_kind` <> 'item'
                    )
                    THEN CASE
                      WHEN (
                        NOT (
                          t.`j5_kind` IS NULL
                        )
                      ) AND (
                        t.`j5_kind` = 'item'
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(t.`a9_c3`, 0) END + CASE
                        WHEN t.`v24` >= 0
                        THEN t.`v24`
                        WHEN NOT (
                          t.`v24` >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        (
                          NOT (
                            t.`j5_kind` IS NULL
                          )
                        ) AND (
                          t.`j5_kind` = 'item'
                        )
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(t.`a9_c3`, 0) END
                    END
                  END + CASE
                    WHEN t.`v4`
                    THEN CAST(200000000000000 AS DECIMAL(38, 0))
                    WHEN NOT (
                      t.`v4`
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a2_c13`, 0) END
                  END
                ) + CASE WHEN TRUE THEN COALESCE(t.`a3_c21`, 0) END
              ) AS v27,
              (
                (
                  (
                    (
                      (
                        CAST(2 AS BIGINT) * t.`c_actual`
                      ) + CASE WHEN t.`c_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_actual__step` END
                    ) - (
                      (
                        CAST(2 AS BIGINT) * t.`c_initial_budget`
                      ) - CASE
                        WHEN t.`c_initial_budget` = 0
                        THEN CAST(0 AS BIGINT)
                        ELSE t.`c_initial_budget__step`
                      END
                    )
                  ) - CASE
                    WHEN NOT (
                      t.`c_carry_in` IS NULL
                    )
                    THEN CAST(CASE
                      WHEN NOT (
                        t.`c_carry_in` IS NULL
                      )
                      THEN CASE
                        WHEN (
                          (
                            CAST(2 AS BIGINT) * t.`c_carry_in`
                          ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                        ) >= 0
                        THEN (
                          CAST(2 AS BIGINT) * t.`c_carry_in`
                        ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                        WHEN NOT (
                          (
                            (
                              CAST(2 AS BIGINT) * t.`c_carry_in`
                            ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                          ) >= 0
                        )
                        THEN CAST(0 AS BIGINT)
                      END
                      ELSE CAST(0 AS BIGINT)
                    END AS DECIMAL(38, 0))
                    ELSE CASE WHEN TRUE THEN COALESCE(t.`a3_c16`, 0) END
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(t.`a2_c8`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c18`, 0) END
                )
              ) - (
                (
                  CASE
                    WHEN t.`c_kind` <> 'item'
                    THEN CASE
                      WHEN NOT (
                        t.`j5_kind` IS NULL
                      )
                      THEN CASE
                        WHEN t.`v23` >= 0
                        THEN t.`v23`
                        WHEN NOT (
                          t.`v23` >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      ELSE CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      t.`c_kind` <> 'item'
                    )
                    THEN CASE
                      WHEN (
                        NOT (
                          t.`j5_kind` IS NULL
                        )
                      ) AND (
                        t.`j5_kind` = 'item'
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(t.`a9_c2`, 0) END + CASE
                        WHEN t.`v23` >= 0
                        THEN t.`v23`
                        WHEN NOT (
                          t.`v23` >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        (
                          NOT (
                            t.`j5_kind` IS NULL
                          )
                        ) AND (
                          t.`j5_kind` = 'item'
                        )
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(t.`a9_c2`, 0) END
                    END
                  END + CASE
                    WHEN t.`v4`
                    THEN CAST(200000000000000 AS DECIMAL(38, 0))
                    WHEN NOT (
                      t.`v4`
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a2_c12`, 0) END
                  END
                ) + CASE WHEN TRUE THEN COALESCE(t.`a3_c20`, 0) END
              ) AS v28
            FROM (
              SELECT
                t.*,
                CASE
                  WHEN t.`v4`
                  THEN CAST(100000000000000 AS DECIMAL(38, 0))
                  WHEN NOT (
                    t.`v4`
                  )
                  THEN CASE WHEN TRUE THEN COALESCE(t.`a2_c6`, 0) END
                END + CASE WHEN TRUE THEN COALESCE(t.`a3_c2`, 0) END AS v5,
                CASE
                  WHEN t.`v4`
                  THEN CAST(100000000000000 AS DECIMAL(38, 0))
                  WHEN NOT (
                    t.`v4`
                  )
                  THEN CASE WHEN TRUE THEN COALESCE(t.`a2_c6`, 0) END
                END + CASE WHEN TRUE THEN COALESCE(t.`a3_c7`, 0) END AS v6,
                (
                  (
                    t.`c_actual` - t.`c_initial_budget`
                  ) - CASE
                    WHEN NOT (
                      t.`c_carry_in` IS NULL
                    )
                    THEN CAST(t.`v1` AS DECIMAL(38, 0))
                    ELSE CASE WHEN TRUE THEN COALESCE(t.`a3_c13`, 0) END
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(t.`a2_c1`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c14`, 0) END
                ) AS v7,
                (
                  CASE WHEN TRUE THEN COALESCE(t.`a6_c1`, 0) END + CASE
                    WHEN t.`v8`
                    THEN CAST(100000000000000 AS DECIMAL(38, 0))
                    WHEN NOT (
                      t.`v8`
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a6_c6`, 0) END
                  END
                ) + CASE
                  WHEN (
                    t.`v9` - CASE WHEN TRUE THEN COALESCE(t.`a8_c6`, 0) END
                  ) >= 0
                  THEN t.`v9` - CASE WHEN TRUE THEN COALESCE(t.`a8_c6`, 0) END
                  WHEN NOT (
                    (
                      t.`v9` - CASE WHEN TRUE THEN COALESCE(t.`a8_c6`, 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END AS v10,
                (
                  CASE WHEN TRUE THEN COALESCE(t.`a6_c8`, 0) END + CASE
                    WHEN t.`v20`
                    THEN CAST(200000000000000 AS DECIMAL(38, 0))
                    WHEN NOT (
                      t.`v20`
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a6_c12`, 0) END
                  END
                ) + CASE
                  WHEN t.`v21` >= 0
                  THEN t.`v21`
                  WHEN NOT (
                    t.`v21` >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END AS v23,
                (
                  CASE WHEN TRUE THEN COALESCE(t.`a6_c9`, 0) END + CASE
                    WHEN t.`v20`
                    THEN CAST(200000000000000 AS DECIMAL(38, 0))
                    WHEN NOT (
                      t.`v20`
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a6_c13`, 0) END
                  END
                ) + CASE
                  WHEN t.`v22` >= 0
                  THEN t.`v22`
                  WHEN NOT (
                    t.`v22` >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END AS v24
              FROM (
                SELECT
                  t.*,
                  CASE
                    WHEN NOT (
                      t.`c_carry_in` IS NULL
                    )
                    THEN CASE
                      WHEN t.`c_carry_in` >= 0
                      THEN t.`c_carry_in`
                      WHEN NOT (
                        t.`c_carry_in` >= 0
                      )
                      THEN CAST(0 AS BIGINT)
                    END
                    ELSE CAST(0 AS BIGINT)
                  END AS v1,
                  CASE
                    WHEN NOT (
                      t.`c_carry_in` IS NULL
                    )
                    THEN CASE
                      WHEN (
                        (
                          CAST(2 AS BIGINT) * t.`c_carry_in`
                        ) - t.`c_carry_in__step`
                      ) >= 0
                      THEN (
                        CAST(2 AS BIGINT) * t.`c_carry_in`
                      ) - t.`c_carry_in__step`
                      WHEN NOT (
                        (
                          (
                            CAST(2 AS BIGINT) * t.`c_carry_in`
                          ) - t.`c_carry_in__step`
                        ) >= 0
                      )
                      THEN CAST(0 AS BIGINT)
                    END
                    ELSE CAST(0 AS BIGINT)
                  END AS v2,
                  CASE
                    WHEN NOT (
                      t.`c_carry_in` IS NULL
                    )
                    THEN CASE
                      WHEN (
                        (
                          CAST(2 AS BIGINT) * t.`c_carry_in`
                        ) + t.`c_carry_in__step`
                      ) >= 0
                      THEN (
                        CAST(2 AS BIGINT) * t.`c_carry_in`
                      ) + t.`c_carry_in__step`
                      WHEN NOT (
                        (
                          (
                            CAST(2 AS BIGINT) * t.`c_carry_in`
                          ) + t.`c_carry_in__step`
                        ) >= 0
                      )
                      THEN CAST(0 AS BIGINT)
                    END
                    ELSE CAST(0 AS BIGINT)
                  END AS v3,
                  (
                    CASE
                      WHEN NOT (
                        t.`c_approval__state` IS NULL
                      )
                      THEN TRUE
                      WHEN (
                        t.`j4__read` = 'whole'
                      )
                      AND (
                        NOT (
                          COALESCE(LOCATE(' approval ', t.`c__to_fill`), 0) > 0
                        )
                      )
                      THEN FALSE
                    END IS NULL
                  )
                  AND (
                    NOT (
                      (
                        NOT (
                          CASE
                            WHEN NOT (
                              t.`c_carried_twice` IS NULL
                            )
                            THEN TRUE
                            WHEN COALESCE(LOCATE(' carried_twice ', t.`c__none`), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(LOCATE(' carried_twice ', t.`c__hidden`), 0) > 0
                            THEN FALSE
                            WHEN (
                              t.`j4__read` = 'whole'
                            )
                            AND (
                              NOT (
                                COALESCE(LOCATE(' carried_twice ', t.`c__to_fill`), 0) > 0
                              )
                            )
                            THEN FALSE
                          END
                        )
                      ) IS NULL
                    )
                  ) AS v4,
                  (
                    CASE
                      WHEN NOT (
                        t.`j5_approval__state` IS NULL
                      )
                      THEN TRUE
                      WHEN (
                        t.`j7__read` = 'whole'
                      )
                      AND (
                        NOT (
                          COALESCE(LOCATE(' approval ', t.`j5__to_fill`), 0) > 0
                        )
                      )
                      THEN FALSE
                    END IS NULL
                  )
                  AND (
                    NOT (
                      (
                        NOT (
                          CASE
                            WHEN NOT (
                              t.`j5_carried_twice` IS NULL
                            )
                            THEN TRUE
                            WHEN COALESCE(LOCATE(' carried_twice ', t.`j5__none`), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(LOCATE(' carried_twice ', t.`j5__hidden`), 0) > 0
                            THEN FALSE
                            WHEN (
                              t.`j7__read` = 'whole'
                            )
                            AND (
                              NOT (
                                COALESCE(LOCATE(' carried_twice ', t.`j5__to_fill`), 0) > 0
                              )
                            )
                            THEN FALSE
                          END
                        )
                      ) IS NULL
                    )
                  ) AS v8,
                  CASE
                    WHEN NOT (
                      t.`j5_carry_in` IS NULL
                    )
                    THEN CASE
                      WHEN t.`j5_carry_in` >= 0
                      THEN t.`j5_carry_in`
                      WHEN NOT (
                        t.`j5_carry_in` >= 0
                      )
                      THEN CAST(0 AS BIGINT)
                    END
                    ELSE CAST(0 AS BIGINT)
                  END AS v9,
                  CASE
                    WHEN (
                      CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                        (
                          CAST(2 AS BIGINT) * t.`c_initial_budget`
                        ) - CASE
                          WHEN t.`c_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`c_initial_budget__step`
                        END
                      )
                    ) <= (
                      CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                        (
                          CAST(2 AS BIGINT) * t.`c_initial_budget`
                        ) + CASE
                          WHEN t.`c_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`c_initial_budget__step`
                        END
                      )
                    )
                    THEN CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                      (
                        CAST(2 AS BIGINT) * t.`c_initial_budget`
                      ) - CASE
                        WHEN t.`c_initial_budget` = 0
                        THEN CAST(0 AS BIGINT)
                        ELSE t.`c_initial_budget__step`
                      END
                    )
                    WHEN NOT (
                      (
                        CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                          (
                            CAST(2 AS BIGINT) * t.`c_initial_budget`
                          ) - CASE
                            WHEN t.`c_initial_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`c_initial_budget__step`
                          END
                        )
                      ) <= (
                        CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                          (
                            CAST(2 AS BIGINT) * t.`c_initial_budget`
                          ) + CASE
                            WHEN t.`c_initial_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`c_initial_budget__step`
                          END
                        )
                      )
                    )
                    THEN CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                      (
                        CAST(2 AS BIGINT) * t.`c_initial_budget`
                      ) + CASE
                        WHEN t.`c_initial_budget` = 0
                        THEN CAST(0 AS BIGINT)
                        ELSE t.`c_initial_budget__step`
                      END
                    )
                  END AS v16,
                  CASE
                    WHEN (
                      CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                        (
                          CAST(2 AS BIGINT) * t.`c_initial_budget`
                        ) - CASE
                          WHEN t.`c_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`c_initial_budget__step`
                        END
                      )
                    ) >= (
                      CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                        (
                          CAST(2 AS BIGINT) * t.`c_initial_budget`
                        ) + CASE
                          WHEN t.`c_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`c_initial_budget__step`
                        END
                      )
                    )
                    THEN CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                      (
                        CAST(2 AS BIGINT) * t.`c_initial_budget`
                      ) - CASE
                        WHEN t.`c_initial_budget` = 0
                        THEN CAST(0 AS BIGINT)
                        ELSE t.`c_initial_budget__step`
                      END
                    )
                    WHEN NOT (
                      (
                        CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                          (
                            CAST(2 AS BIGINT) * t.`c_initial_budget`
                          ) - CASE
                            WHEN t.`c_initial_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`c_initial_budget__step`
                          END
                        )
                      ) >= (
                        CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                          (
                            CAST(2 AS BIGINT) * t.`c_initial_budget`
                          ) + CASE
                            WHEN t.`c_initial_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`c_initial_budget__step`
                          END
                        )
                      )
                    )
                    THEN CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                      (
                        CAST(2 AS BIGINT) * t.`c_initial_budget`
                      ) + CASE
                        WHEN t.`c_initial_budget` = 0
                        THEN CAST(0 AS BIGINT)
                        ELSE t.`c_initial_budget__step`
                      END
                    )
                  END AS v17,
                  (
                    (
                      (
                        (
                          CAST(2 AS BIGINT) * t.`c_actual`
                        ) - CASE WHEN t.`c_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_actual__step` END
                      ) - (
                        (
                          CAST(2 AS BIGINT) * t.`c_initial_budget`
                        ) + CASE
                          WHEN t.`c_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`c_initial_budget__step`
                        END
                      )
                    ) - CASE
                      WHEN NOT (
                        t.`c_carry_in` IS NULL
                      )
                      THEN CAST(CASE
                        WHEN NOT (
                          t.`c_carry_in` IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              CAST(2 AS BIGINT) * t.`c_carry_in`
                            ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                          ) >= 0
                          THEN (
                            CAST(2 AS BIGINT) * t.`c_carry_in`
                          ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                          WHEN NOT (
                            (
                              (
                                CAST(2 AS BIGINT) * t.`c_carry_in`
                              ) + CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                            ) >= 0
                          )
                          THEN CAST(0 AS BIGINT)
                        END
                        ELSE CAST(0 AS BIGINT)
                      END AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(t.`a3_c17`, 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(t.`a2_c9`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c19`, 0) END
                  ) AS v18,
                  (
                    (
                      (
                        (
                          CAST(2 AS BIGINT) * t.`c_actual`
                        ) + CASE WHEN t.`c_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_actual__step` END
                      ) - (
                        (
                          CAST(2 AS BIGINT) * t.`c_initial_budget`
                        ) - CASE
                          WHEN t.`c_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`c_initial_budget__step`
                        END
                      )
                    ) - CASE
                      WHEN NOT (
                        t.`c_carry_in` IS NULL
                      )
                      THEN CAST(CASE
                        WHEN NOT (
                          t.`c_carry_in` IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              CAST(2 AS BIGINT) * t.`c_carry_in`
                            ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                          ) >= 0
                          THEN (
                            CAST(2 AS BIGINT) * t.`c_carry_in`
                          ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                          WHEN NOT (
                            (
                              (
                                CAST(2 AS BIGINT) * t.`c_carry_in`
                              ) - CASE WHEN t.`c_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_carry_in__step` END
                            ) >= 0
                          )
                          THEN CAST(0 AS BIGINT)
                        END
                        ELSE CAST(0 AS BIGINT)
                      END AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(t.`a3_c16`, 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(t.`a2_c8`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a3_c18`, 0) END
                  ) AS v19,
                  (
                    CASE
                      WHEN NOT (
                        t.`j5__fact` IS NULL
                      )
                      THEN CASE
                        WHEN NOT (
                          t.`j5_approval__state` IS NULL
                        )
                        THEN TRUE
                        WHEN (
                          t.`j7__read` = 'whole'
                        )
                        AND (
                          NOT (
                            COALESCE(LOCATE(' approval ', t.`j5__to_fill`), 0) > 0
                          )
                        )
                        THEN FALSE
                      END
                    END IS NULL
                  )
                  AND (
                    NOT (
                      (
                        NOT (
                          CASE
                            WHEN NOT (
                              t.`j5__fact` IS NULL
                            )
                            THEN CASE
                              WHEN NOT (
                                t.`j5_carried_twice` IS NULL
                              )
                              THEN TRUE
                              WHEN COALESCE(LOCATE(' carried_twice ', t.`j5__none`), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(LOCATE(' carried_twice ', t.`j5__hidden`), 0) > 0
                              THEN FALSE
                              WHEN (
                                t.`j7__read` = 'whole'
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' carried_twice ', t.`j5__to_fill`), 0) > 0
                                )
                              )
                              THEN FALSE
                            END
                          END
                        )
                      ) IS NULL
                    )
                  ) AS v20,
                  CASE
                    WHEN NOT (
                      t.`j5_carry_in` IS NULL
                    )
                    THEN CASE
                      WHEN (
                        (
                          CAST(2 AS BIGINT) * t.`j5_carry_in`
                        ) - CASE WHEN t.`j5_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`j5_carry_in__step` END
                      ) >= 0
                      THEN (
                        CAST(2 AS BIGINT) * t.`j5_carry_in`
                      ) - CASE WHEN t.`j5_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`j5_carry_in__step` END
                      WHEN NOT (
                        (
                          (
                            CAST(2 AS BIGINT) * t.`j5_carry_in`
                          ) - CASE WHEN t.`j5_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`j5_carry_in__step` END
                        ) >= 0
                      )
                      THEN CAST(0 AS BIGINT)
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(t.`a8_c10`, 0) END AS v21,
                  CASE
                    WHEN NOT (
                      t.`j5_carry_in` IS NULL
                    )
                    THEN CASE
                      WHEN (
                        (
                          CAST(2 AS BIGINT) * t.`j5_carry_in`
                        ) + CASE WHEN t.`j5_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`j5_carry_in__step` END
                      ) >= 0
                      THEN (
                        CAST(2 AS BIGINT) * t.`j5_carry_in`
                      ) + CASE WHEN t.`j5_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`j5_carry_in__step` END
                      WHEN NOT (
                        (
                          (
                            CAST(2 AS BIGINT) * t.`j5_carry_in`
                          ) + CASE WHEN t.`j5_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`j5_carry_in__step` END
                        ) >= 0
                      )
                      THEN CAST(0 AS BIGINT)
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(t.`a8_c9`, 0) END AS v22,
                  (
                    (
                      CAST(2 AS BIGINT) * t.`c_actual`
                    ) - CASE WHEN t.`c_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_actual__step` END
                  ) - (
                    (
                      CAST(2 AS BIGINT) * t.`c_adjusted_budget`
                    ) + CASE
                      WHEN t.`c_adjusted_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`c_adjusted_budget__step`
                    END
                  ) AS v29,
                  (
                    (
                      CAST(2 AS BIGINT) * t.`c_actual`
                    ) + CASE WHEN t.`c_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_actual__step` END
                  ) - (
                    (
                      CAST(2 AS BIGINT) * t.`c_adjusted_budget`
                    ) - CASE
                      WHEN t.`c_adjusted_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`c_adjusted_budget__step`
                    END
                  ) AS v30
                FROM (
                  SELECT
                    a1.`c10` AS `a1_c10`,
                    a1.`c6` AS `a1_c6`,
                    a1.`c7` AS `a1_c7`,
                    a1.`c8` AS `a1_c8`,
                    a1.`c9` AS `a1_c9`,
                    a2.`c1` AS `a2_c1`,
                    a2.`c10` AS `a2_c10`,
                    a2.`c11` AS `a2_c11`,
                    a2.`c12` AS `a2_c12`,
                    a2.`c13` AS `a2_c13`,
                    a2.`c14` AS `a2_c14`,
                    a2.`c4` AS `a2_c4`,
                    a2.`c6` AS `a2_c6`,
                    a2.`c8` AS `a2_c8`,
                    a2.`c9` AS `a2_c9`,
                    a3.`c1` AS `a3_c1`,
                    a3.`c10` AS `a3_c10`,
                    a3.`c11` AS `a3_c11`,
                    a3.`c12` AS `a3_c12`,
                    a3.`c13` AS `a3_c13`,
                    a3.`c14` AS `a3_c14`,
                    a3.`c15` AS `a3_c15`,
                    a3.`c16` AS `a3_c16`,
                    a3.`c17` AS `a3_c17`,
                    a3.`c18` AS `a3_c18`,
                    a3.`c19` AS `a3_c19`,
                    a3.`c2` AS `a3_c2`,
                    a3.`c20` AS `a3_c20`,
                    a3.`c21` AS `a3_c21`,
                    a3.`c3` AS `a3_c3`,
                    a3.`c4` AS `a3_c4`,
                    a3.`c5` AS `a3_c5`,
                    a3.`c6` AS `a3_c6`,
                    a3.`c7` AS `a3_c7`,
                    a3.`c8` AS `a3_c8`,
                    a3.`c9` AS `a3_c9`,
                    a6.`c1` AS `a6_c1`,
                    a6.`c12` AS `a6_c12`,
                    a6.`c13` AS `a6_c13`,
                    a6.`c6` AS `a6_c6`,
                    a6.`c8` AS `a6_c8`,
                    a6.`c9` AS `a6_c9`,
                    a8.`c10` AS `a8_c10`,
                    a8.`c6` AS `a8_c6`,
                    a8.`c9` AS `a8_c9`,
                    a9.`c1` AS `a9_c1`,
                    a9.`c2` AS `a9_c2`,
                    a9.`c3` AS `a9_c3`,
                    c.`_hidden` AS `c__hidden`,
                    c.`_none` AS `c__none`,
                    c.`_to_fill` AS `c__to_fill`,
                    c.`actual` AS `c_actual`,
                    c.`actual__step` AS `c_actual__step`,
                    c.`adjusted_budget` AS `c_adjusted_budget`,
                    c.`adjusted_budget__step` AS `c_adjusted_budget__step`,
                    c.`approval__state` AS `c_approval__state`,
                    c.`carried_twice` AS `c_carried_twice`,
                    c.`carry_in` AS `c_carry_in`,
                    c.`carry_in__step` AS `c_carry_in__step`,
                    c.`initial_budget` AS `c_initial_budget`,
                    c.`initial_budget__step` AS `c_initial_budget__step`,
                    c.`kind` AS `c_kind`,
                    c.`parent` AS `c_parent`,
                    j4.`_read` AS `j4__read`,
                    j5.`_fact` AS `j5__fact`,
                    j5.`_hidden` AS `j5__hidden`,
                    j5.`_none` AS `j5__none`,
                    j5.`_to_fill` AS `j5__to_fill`,
                    j5.`approval__state` AS `j5_approval__state`,
                    j5.`carried_twice` AS `j5_carried_twice`,
                    j5.`carry_in` AS `j5_carry_in`,
                    j5.`carry_in__step` AS `j5_carry_in__step`,
                    j5.`kind` AS `j5_kind`,
                    j7.`_read` AS `j7__read`
                  FROM `budget_line` AS c
                  LEFT JOIN `budget_line_1` AS a1
                    ON a1.`k1` = c.`_fact`
                  LEFT JOIN `approval_5` AS a2
                    ON a2.`k1` = c.`_fact`
                  LEFT JOIN `budget_line_6` AS a3
                    ON a3.`k1` = c.`_fact`
                  LEFT JOIN `unit` AS j4
                    ON j4.`_case` = c.`_case`
                  LEFT JOIN `budget_line` AS j5
                    ON j5.`_fact` = c.`parent`
                  LEFT JOIN `approval_5` AS a6
                    ON a6.`k1` = j5.`_fact`
                  LEFT JOIN `unit` AS j7
                    ON j7.`_case` = j5.`_case`
                  LEFT JOIN `budget_line_1` AS a8
                    ON a8.`k1` = j5.`_fact`
                  LEFT JOIN `budget_line_10` AS a9
                    ON a9.`k1` = j4.`_case`
                  WHERE
                    NOT (
                      c.`parent` IS NULL
                    )
                ) AS t
              ) AS t
            ) AS t
          ) AS t
        ) AS t
      ) AS t
    ) AS t
  ) AS t
  GROUP BY
    t.`c_parent`
), `review_8` AS (
  SELECT
    c.`_owner` AS k1,
    COUNT(CASE WHEN (
      c.`level` = 'second'
    ) AND (
      c.`result` = 'passed'
    ) THEN 1 END) AS c1,
    COUNT(
      CASE
        WHEN (
          (
            c.`level` = 'second'
          ) AND (
            c.`result` = 'passed'
          )
        ) IS NULL
        THEN 1
      END
    ) AS c2
  FROM `review` AS c
  WHERE
    NOT (
      c.`_owner` IS NULL
    )
  GROUP BY
    c.`_owner`
), `judged` AS (
  SELECT
    t.`s__case` AS `_case`,
    t.`s__fact` AS `_fact`,
    t.`s__id` AS `_id`,
    CAST(CASE
      WHEN NOT (
        t.`v26`
      )
      THEN 'not_applicable'
      WHEN t.`v35`
      THEN 'pass'
      WHEN (
        t.`v26` IS NULL
      ) OR (
        t.`v35` IS NULL
      )
      THEN 'undetermined'
      WHEN (
        NOT (
          (
            CASE
              WHEN t.`v38` <= CASE
                WHEN (
                  t.`s_approval__state` = 'complete'
                ) AND (
                  COALESCE(t.`a15_c7`, 0) = 0
                )
                THEN COALESCE(t.`a15_c8`, 0)
              END
              THEN TRUE
              WHEN t.`v37` > CASE
                WHEN (
                  t.`s_approval__state` = 'complete'
                ) AND (
                  COALESCE(t.`a15_c7`, 0) = 0
                )
                THEN COALESCE(t.`a15_c9`, 0)
              END
              THEN FALSE
            END
            OR CASE WHEN t.`v40` <= 0 THEN TRUE WHEN t.`v39` > 0 THEN FALSE END
          )
          OR (
            CASE WHEN t.`v42` <= t.`v48` THEN TRUE WHEN t.`v41` > t.`v49` THEN FALSE END
            AND NULL
          )
        )
      )
      AND (
        (
          (
            (
              (
                (
                  t.`s_kind` = 'item'
                )
                AND (
                  NOT (
                    (
                      (
                        (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  t.`s_initial_budget` IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`s__derived`), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`s__none`), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`s__hidden`), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN (
                                t.`j1__read` = 'whole'
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`s__to_fill`), 0) > 0
                                )
                              )
                              THEN FALSE
                            END
                          )
                        )
                        AND (
                          t.`s_initial_budget` IS NULL
                        )
                      )
                      AND (
                        t.`s_adjusted_budget` IS NULL
                      )
                    )
                    AND CASE
                      WHEN (
                        (
                          CAST(2 AS BIGINT) * t.`s_actual`
                        ) + CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
                      ) <= t.`v58`
                      THEN TRUE
                      WHEN (
                        (
                          CAST(2 AS BIGINT) * t.`s_actual`
                        ) - CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
                      ) > t.`v59`
                      THEN FALSE
                    END
                  )
                )
              )
              OR (
                (
                  NOT (
                    t.`s_initial_budget` IS NULL
                  )
                )
                AND CASE
                  WHEN t.`a12_c4` > 0
                  THEN TRUE
                  WHEN (
                    t.`s_sub_line__state` = 'complete'
                  ) AND (
                    COALESCE(t.`a12_c5`, 0) = 0
                  )
                  THEN FALSE
                END
              )
            )
            AND (
              (
                NOT (
                  t.`s_initial_budget` IS NULL
                )
              )
              OR (
                t.`s_adjusted_budget` IS NULL
              )
            )
          )
          AND CASE
            WHEN 0 < (
              (
                CAST(2 AS BIGINT) * t.`s_actual`
              ) - CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
            )
            THEN TRUE
            WHEN 0 >= (
              (
                CAST(2 AS BIGINT) * t.`s_actual`
              ) + CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
            )
            THEN FALSE
          END
        )
        AND (
          (
            CASE
              WHEN t.`v61` < (
                (
                  CAST(2 AS BIGINT) * t.`s_actual`
                ) - CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
              )
              THEN TRUE
              WHEN t.`v60` >= (
                (
                  CAST(2 AS BIGINT) * t.`s_actual`
                ) + CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
              )
              THEN FALSE
            END
            AND (
              NOT (
                (
                  (
                    (
                      CAST(2 AS BIGINT) * t.`s_actual`
                    ) - t.`s_actual__step`
                  ) <= (
                    (
                      t.`v21` + CASE
                        WHEN NOT (
                          t.`s_carry_in` IS NULL
                        )
                        THEN CAST(t.`v23` AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c3`, 0) END
                      END
                    ) + t.`v25`
                  )
                )
                AND (
                  (
                    (
                      t.`v20` + CASE
                        WHEN NOT (
                          t.`s_carry_in` IS NULL
                        )
                        THEN CAST(t.`v22` AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c2`, 0) END
                      END
                    ) + t.`v24`
                  ) <= (
                    (
                      CAST(2 AS BIGINT) * t.`s_actual`
                    ) + t.`s_actual__step`
                  )
                )
              )
            )
          )
          OR (
            (
              (
                (
                  t.`s_adjusted_budget` IS NULL
                )
                AND CASE
                  WHEN CASE WHEN TRUE THEN COALESCE(t.`a15_c11`, 0) END < 0
                  THEN TRUE
                  WHEN CASE WHEN TRUE THEN COALESCE(t.`a15_c10`, 0) END >= 0
                  THEN FALSE
                END
              )
              AND CASE
                WHEN t.`v63` < (
                  (
                    CAST(2 AS BIGINT) * t.`s_actual`
                  ) - CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
                )
                THEN TRUE
                WHEN t.`v62` >= (
                  (
                    CAST(2 AS BIGINT) * t.`s_actual`
                  ) + CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
                )
                THEN FALSE
              END
            )
            AND NULL
          )
        )
      )
      THEN 'fail'
      ELSE 'undetermined'
    END AS STRING) AS `addition-approved`,
    CASE
      WHEN t.`v66`
      THEN CASE
        WHEN t.`v27` > t.`v34`
        THEN t.`v27` - t.`v34`
        WHEN NOT (
          t.`v27` > t.`v34`
        )
        THEN t.`v27`
      END - (
        CASE WHEN TRUE THEN COALESCE(t.`a15_c14`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c12`, 0) END
      )
      WHEN NOT (
        t.`v66`
      )
      THEN CASE
        WHEN t.`v27` > t.`v34`
        THEN t.`v27` - t.`v34`
        WHEN NOT (
          t.`v27` > t.`v34`
        )
        THEN t.`v27`
      END
    END AS `addition-approved amount`,
    CAST(COALESCE(
      CASE
        WHEN t.`v67`
        THEN 'low'
        WHEN NOT (
          t.`v67`
        )
        THEN CASE
          WHEN t.`v68`
          THEN 'high'
          WHEN NOT (
            t.`v68`
          )
          THEN CASE WHEN t.`v69` THEN 'medium' WHEN NOT (
            t.`v69`
          ) THEN 'low' END
        END
      END,
      'high'
    ) AS STRING) AS `addition-approved severity`,
    CAST(COALESCE(CASE WHEN t.`v66` THEN 'breach' WHEN NOT (
      t.`v66`
    ) THEN 'query' END, 'query') AS STRING) AS `addition-approved nature`,
    CAST(CASE
      WHEN NOT (
        t.`v72`
      )
      THEN 'not_applicable'
      WHEN t.`v73`
      THEN 'pass'
      WHEN (
        t.`v72` IS NULL
      ) OR (
        t.`v73` IS NULL
      )
      THEN 'undetermined'
      WHEN (
        NOT (
          (
            (
              NOT (
                t.`s_is_emergency` IS NULL
              )
            ) AND t.`s_is_emergency`
          )
          OR (
            CASE
              WHEN NOT (
                t.`s_deviation_reason` IS NULL
              )
              THEN TRUE
              WHEN COALESCE(LOCATE(' deviation_reason ', t.`s__none`), 0) > 0
              THEN FALSE
              WHEN COALESCE(LOCATE(' deviation_reason ', t.`s__hidden`), 0) > 0
              THEN FALSE
              WHEN (
                t.`j1__read` = 'whole'
              )
              AND (
                NOT (
                  COALESCE(LOCATE(' deviation_reason ', t.`s__to_fill`), 0) > 0
                )
              )
              THEN FALSE
            END
            AND (
              CAST(LENGTH(
                REGEXP_REPLACE(
                  REGEXP_REPLACE(
                    t.`s_deviation_reason`,
                    '万元|亿元| |\\!|\\%|\\\'|\\(|\\)|\\,|\\-|\\.|\\/|0|1|2|3|4|5|6|7|8|9|\\:|\\;|\\?|\\[|\\]|\\~|·|–|—|‘|’|“|”|…|　|、|。|《|》|【|】|〔|〕|元|！|％|（|）|，|－|．|／|０|１|２|３|４|５|６|７|８|９|：|；|？|～',
                    ''
                  ),
                  '业务发展需要|业务开展需要|工作实际需要|工作开展需要|未完成支付|专款专用|业务开展|业务需求|业务需要|其他原因|其它原因|具体情况|各种原因|合同约定|合理安排|基本一致|增加支出|增加费用|多种原因|如实列支|如实填报|安排使用|完成较好|实事求是|实报实销|实际发生|实际工作|实际情况|实际支出|实际需求|实际需要|客观原因|客观因素|客观情况|工作安排|工作开展|工作需求|工作需要|年初预算|年终结算|开展工作|开展情况|情况特殊|执行进度|按实列支|按实支付|按实结算|据实列支|据实发放|据实开支|据实报销|据实支付|据实核销|据实结算|支付较少|支出减少|支出增加|支出较大|支出较少|文件精神|有关规定|未使用完|未执行完|未支付完|标准执行|正在执行|正常开展|正常开支|正常支出|正常进行|特殊原因|特殊情况|相关规定|符合预算|结合实际|统筹安排|自评报告|节约原则|评价报告|详见报告|详见正文|详见说明|详见附件|详见附表|财务制度|财务要求|财务规定|费用增加|进展情况|预算偏差|预算存在|预算安排|预算差异|预算执行|预算支出|预算资金|不涉及|不适用|决算数|发生额|各方面|合理性|同预算|多方面|我中心|执行中|执行率|按计划|按预算|有偏差|未使用|未列支|未执行|未支付|未支出|未用完|本年度|照预算|自评表|超预算|过程中|预算数|预算有|一致|上文|上级|下文|不够|不足|专项|业务|严格|予以|产生|使用|依据|偏低|偏多|偏大|偏小|偏少|偏差|偏离|偏高|做到|全部|其他|其它|具体|减少|切实|列支|制度|前述|剩余|办法|单位|原因|参照|参见|变动|变化|合法|合理|合规|同上|后附|因素|增加|备注|多于|大于|如上|如下|存在|安排|完成|实际|导致|小于|少于|属于|属实|工作|差异|差额|年中|年底|年度|年末|序时|开支|当年|影响|必要|总结|情况|我委|我局|我校|我院|所致|所述|所需|执行|报告|按照|据实|支付|支出|文件|无误|暂无|有关|本年|本着|根据|正常|正文|正确|没有|由于|略有|相关|符合|精神|紧张|约定|经费|结余|结合|结算|绩效|自评|良好|节余|要求|规定|认真|详见|说明|调整|财务|费用|资金|超支|较多|较好|较少|过程|运转|进展|进行|造成|遵循|遵照|部分|金额|附件|附后|附表|需求|需要|项目|顺利|一|七|三|与|且|为|九|二|五|以|八|六|十|及|和|四|因|均|够|属|已|并|按|故|数|无|是|有|本|条|由|略|的|章|第|等|系|而|节|见|该|较|页',
                  ''
                )
              ) AS BIGINT) >= 2
            )
          )
        )
      )
      AND (
        (
          (
            t.`s_kind` = 'item'
          )
          AND (
            CASE
              WHEN t.`v80` < (
                CAST((
                  CAST(2 AS BIGINT) * t.`s_actual`
                ) - CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
              )
              THEN TRUE
              WHEN t.`v79` >= (
                CAST((
                  CAST(2 AS BIGINT) * t.`s_actual`
                ) + CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
              )
              THEN FALSE
            END
            OR CASE
              WHEN (
                (
                  (
                    CAST(2 AS BIGINT) * t.`s_actual`
                  ) + CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
                ) * CAST(10 AS BIGINT)
              ) < t.`v83`
              THEN TRUE
              WHEN (
                (
                  (
                    CAST(2 AS BIGINT) * t.`s_actual`
                  ) - CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
                ) * CAST(10 AS BIGINT)
              ) >= t.`v84`
              THEN FALSE
            END
          )
        )
        AND (
          (
            (
              NOT (
                t.`s_adjusted_budget` IS NULL
              )
            )
            OR (
              NOT (
                t.`s_added_budget` IS NULL
              )
            )
          )
          OR (
            NOT (
              CASE
                WHEN (
                  NOT (
                    t.`s_adjusted_budget` IS NULL
                  )
                )
                AND (
                  NOT (
                    COALESCE(LOCATE(' adjusted_budget ', t.`s__derived`), 0) > 0
                  )
                )
                THEN TRUE
                WHEN COALESCE(LOCATE(' adjusted_budget ', t.`s__none`), 0) > 0
                THEN FALSE
                WHEN COALESCE(LOCATE(' adjusted_budget ', t.`s__hidden`), 0) > 0
                THEN FALSE
                WHEN (
                  t.`j1__read` = 'whole'
                )
                AND (
                  NOT (
                    COALESCE(LOCATE(' adjusted_budget ', t.`s__to_fill`), 0) > 0
                  )
                )
                THEN FALSE
              END
            )
          )
        )
      )
      THEN 'fail'
      ELSE 'undetermined'
    END AS STRING) AS `deviation-explained`,
    CAST(NULL AS DECIMAL(38, 0)) AS `deviation-explained amount`,
    CAST('low' AS STRING) AS `deviation-explained severity`,
    CAST(CASE
      WHEN NOT (
        (
          (
            t.`s_kind` = 'item'
          ) AND t.`s_is_it`
        )
        AND (
          t.`s_cost` > 200000000
        )
      )
      THEN 'not_applicable'
      WHEN CASE
        WHEN t.`a17_c1` > 0
        THEN TRUE
        WHEN (
          t.`s_review__state` = 'complete'
        ) AND (
          COALESCE(t.`a17_c2`, 0) = 0
        )
        THEN FALSE
      END
      THEN 'pass'
      WHEN (
        (
          (
            (
              t.`s_kind` = 'item'
            ) AND t.`s_is_it`
          )
          AND (
            t.`s_cost` > 200000000
          )
        ) IS NULL
      )
      OR (
        CASE
          WHEN t.`a17_c1` > 0
          THEN TRUE
          WHEN (
            t.`s_review__state` = 'complete'
          ) AND (
            COALESCE(t.`a17_c2`, 0) = 0
          )
          THEN FALSE
        END IS NULL
      )
      THEN 'undetermined'
      WHEN (
        NOT (
          CASE
            WHEN t.`a17_c1` > 0
            THEN TRUE
            WHEN (
              t.`s_review__state` = 'complete'
            ) AND (
              COALESCE(t.`a17_c2`, 0) = 0
            )
            THEN FALSE
          END
        )
      )
      AND (
        (
          (
            t.`s_kind` = 'item'
          ) AND t.`s_is_it`
        )
        AND CASE
          WHEN 400000000 < (
            (
              CAST(2 AS BIGINT) * t.`s_cost`
            ) - CASE WHEN t.`s_cost` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_cost__step` END
          )
          THEN TRUE
          WHEN 400000000 >= (
            (
              CAST(2 AS BIGINT) * t.`s_cost`
            ) + CASE WHEN t.`s_cost` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_cost__step` END
          )
          THEN FALSE
        END
      )
      THEN 'fail'
      ELSE 'undetermined'
    END AS STRING) AS `it-project-second-review`,
    CAST(t.`s_cost` AS DECIMAL(38, 0)) AS `it-project-second-review amount`,
    CAST('medium' AS STRING) AS `it-project-second-review severity`,
    CAST(CASE
      WHEN NOT (
        t.`v85`
      )
      THEN 'not_applicable'
      WHEN CASE
        WHEN t.`a14_c19` > 0
        THEN FALSE
        WHEN (
          t.`s_sub_line__state` = 'complete'
        ) AND (
          COALESCE(t.`a14_c20`, 0) = 0
        )
        THEN TRUE
      END
      THEN 'pass'
      WHEN (
        t.`v85` IS NULL
      )
      OR (
        CASE
          WHEN t.`a14_c19` > 0
          THEN FALSE
          WHEN (
            t.`s_sub_line__state` = 'complete'
          ) AND (
            COALESCE(t.`a14_c20`, 0) = 0
          )
          THEN TRUE
        END IS NULL
      )
      THEN 'undetermined'
      WHEN (
        NOT (
          CASE
            WHEN t.`a14_c21` > 0
            THEN FALSE
            WHEN (
              t.`s_sub_line__state` = 'complete'
            ) AND (
              COALESCE(t.`a14_c22`, 0) = 0
            )
            THEN TRUE
          END
        )
      )
      AND (
        (
          (
            (
              t.`s_kind` = 'total'
            ) OR (
              t.`s_kind` = 'project'
            )
          )
          AND (
            CASE WHEN t.`s_sub_line__state` = 'complete' THEN COALESCE(t.`a12_c15`, 0) END > 0
          )
        )
        AND CASE
          WHEN (
            CAST(2 AS BIGINT) * t.`s_actual`
          ) <= (
            CAST(2 AS BIGINT) * t.`s_initial_budget`
          )
          THEN TRUE
          WHEN (
            CAST(2 AS BIGINT) * t.`s_actual`
          ) > (
            CAST(2 AS BIGINT) * t.`s_initial_budget`
          )
          THEN FALSE
        END
      )
      THEN 'fail'
      ELSE 'undetermined'
    END AS STRING) AS `overrun-hidden-in-total`,
    CASE
      WHEN (
        t.`s_sub_line__state` = 'complete'
      ) AND (
        COALESCE(t.`a14_c23`, 0) = 0
      )
      THEN COALESCE(t.`a14_c24`, 0)
    END AS `overrun-hidden-in-total amount`,
    CAST('medium' AS STRING) AS `overrun-hidden-in-total severity`,
    t.`s_parent` AS `_up`,
    t.`s_sub_line__state` AS `_parts`
  FROM (
    SELECT
      t.*,
      (
        (
          (
            (
              t.`s_actual` - t.`v18`
            ) - CASE
              WHEN NOT (
                t.`s_carry_in` IS NULL
              )
              THEN CAST(t.`v16` AS DECIMAL(38, 0))
              ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c1`, 0) END
            END
          ) <= CASE
            WHEN (
              t.`s_approval__state` = 'complete'
            ) AND (
              COALESCE(t.`a15_c5`, 0) = 0
            )
            THEN COALESCE(t.`a15_c1`, 0)
          END
        )
        OR (
          (
            t.`v27` - CASE WHEN TRUE THEN COALESCE(t.`a15_c4`, 0) END
          ) <= 0
        )
      )
      OR (
        (
          t.`v27` <= t.`v34`
        ) AND NULL
      ) AS v35,
      CASE
        WHEN t.`v27` > t.`v34`
        THEN t.`v27` - t.`v34`
        WHEN NOT (
          t.`v27` > t.`v34`
        )
        THEN t.`v27`
      END >= 100000000 AS v68,
      CASE
        WHEN t.`v27` > t.`v34`
        THEN t.`v27` - t.`v34`
        WHEN NOT (
          t.`v27` > t.`v34`
        )
        THEN t.`v27`
      END >= 10000000 AS v69
    FROM (
      SELECT
        t.*,
        (
          (
            (
              (
                (
                  t.`s_kind` = 'item'
                )
                AND (
                  NOT (
                    t.`v1` AND (
                      t.`s_actual` <= (
                        t.`v15` + t.`v16`
                      )
                    )
                  )
                )
              )
              OR (
                (
                  NOT (
                    t.`s_initial_budget` IS NULL
                  )
                )
                AND CASE
                  WHEN t.`a12_c4` > 0
                  THEN TRUE
                  WHEN (
                    t.`s_sub_line__state` = 'complete'
                  ) AND (
                    COALESCE(t.`a12_c5`, 0) = 0
                  )
                  THEN FALSE
                END
              )
            )
            AND (
              (
                NOT (
                  t.`s_initial_budget` IS NULL
                )
              )
              OR (
                t.`s_adjusted_budget` IS NULL
              )
            )
          )
          AND (
            t.`s_actual` > 0
          )
        )
        AND (
          (
            (
              t.`s_actual` > (
                (
                  t.`v18` + CASE
                    WHEN NOT (
                      t.`s_carry_in` IS NULL
                    )
                    THEN CAST(t.`v16` AS DECIMAL(38, 0))
                    ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c1`, 0) END
                  END
                ) + t.`v19`
              )
            )
            AND (
              NOT (
                (
                  (
                    (
                      CAST(2 AS BIGINT) * t.`s_actual`
                    ) - t.`s_actual__step`
                  ) <= (
                    (
                      t.`v21` + CASE
                        WHEN NOT (
                          t.`s_carry_in` IS NULL
                        )
                        THEN CAST(t.`v23` AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c3`, 0) END
                      END
                    ) + t.`v25`
                  )
                )
                AND (
                  (
                    (
                      t.`v20` + CASE
                        WHEN NOT (
                          t.`s_carry_in` IS NULL
                        )
                        THEN CAST(t.`v22` AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c2`, 0) END
                      END
                    ) + t.`v24`
                  ) <= (
                    (
                      CAST(2 AS BIGINT) * t.`s_actual`
                    ) + t.`s_actual__step`
                  )
                )
              )
            )
          )
          OR (
            (
              (
                (
                  t.`s_adjusted_budget` IS NULL
                )
                AND (
                  CASE WHEN TRUE THEN COALESCE(t.`a15_c4`, 0) END < 0
                )
              )
              AND (
                t.`s_actual` > (
                  (
                    (
                      t.`v18` + CASE
                        WHEN NOT (
                          t.`s_carry_in` IS NULL
                        )
                        THEN CAST(t.`v16` AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c1`, 0) END
                      END
                    ) + t.`v19`
                  ) + CASE WHEN TRUE THEN COALESCE(t.`a15_c4`, 0) END
                )
              )
            )
            AND NULL
          )
        ) AS v26,
        (
          (
            t.`s_actual` - t.`v18`
          ) - CASE
            WHEN NOT (
              t.`s_carry_in` IS NULL
            )
            THEN CAST(t.`v16` AS DECIMAL(38, 0))
            ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c1`, 0) END
          END
        ) - (
          CASE WHEN TRUE THEN COALESCE(t.`a15_c1`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c4`, 0) END
        ) AS v27,
        (
          (
            CASE
              WHEN (
                NOT (
                  t.`s_carry_in` IS NULL
                )
              )
              AND (
                NOT (
                  COALESCE(LOCATE(' carry_in ', t.`s__derived`), 0) > 0
                )
              )
              THEN TRUE
              WHEN COALESCE(LOCATE(' carry_in ', t.`s__none`), 0) > 0
              THEN FALSE
              WHEN COALESCE(LOCATE(' carry_in ', t.`s__hidden`), 0) > 0
              THEN CAST(NULL AS BOOLEAN)
              WHEN (
                t.`j1__read` = 'whole'
              )
              AND (
                NOT (
                  COALESCE(LOCATE(' carry_in ', t.`s__to_fill`), 0) > 0
                )
              )
              THEN FALSE
            END
            AND (
              NOT (
                t.`v65`
              )
            )
          )
          AND CASE
            WHEN t.`a15_c15` > 0
            THEN FALSE
            WHEN (
              t.`s_approval__state` = 'complete'
            ) AND (
              COALESCE(t.`a15_c16`, 0) = 0
            )
            THEN TRUE
          END
        )
        AND (
          t.`s_actual` > (
            (
              (
                t.`v18` + CASE
                  WHEN NOT (
                    t.`s_carry_in` IS NULL
                  )
                  THEN CAST(t.`v16` AS DECIMAL(38, 0))
                  ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c1`, 0) END
                END
              ) + CASE WHEN TRUE THEN COALESCE(t.`a15_c17`, 0) END
            ) + (
              CASE WHEN TRUE THEN COALESCE(t.`a15_c14`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c12`, 0) END
            )
          )
        ) AS v66
      FROM (
        SELECT
          t.*,
          CASE
            WHEN NOT (
              t.`s_initial_budget` IS NULL
            )
            THEN t.`s_initial_budget`
            ELSE CASE
              WHEN NOT (
                t.`s_adjusted_budget` IS NULL
              )
              THEN t.`s_adjusted_budget`
              ELSE CASE
                WHEN t.`v17`
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  t.`v17`
                )
                THEN t.`s_initial_budget`
              END
            END
          END AS v18,
          CASE
            WHEN NOT (
              t.`s_initial_budget` IS NULL
            )
            THEN (
              CAST(2 AS BIGINT) * t.`s_initial_budget`
            ) - t.`s_initial_budget__step`
            ELSE CASE
              WHEN NOT (
                t.`s_adjusted_budget` IS NULL
              )
              THEN (
                CAST(2 AS BIGINT) * t.`s_adjusted_budget`
              ) - t.`s_adjusted_budget__step`
              ELSE CASE
                WHEN t.`v17`
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  t.`v17`
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`s_initial_budget`
                ) - t.`s_initial_budget__step`
              END
            END
          END AS v20,
          CASE
            WHEN NOT (
              t.`s_initial_budget` IS NULL
            )
            THEN (
              CAST(2 AS BIGINT) * t.`s_initial_budget`
            ) + t.`s_initial_budget__step`
            ELSE CASE
              WHEN NOT (
                t.`s_adjusted_budget` IS NULL
              )
              THEN (
                CAST(2 AS BIGINT) * t.`s_adjusted_budget`
              ) + t.`s_adjusted_budget__step`
              ELSE CASE
                WHEN t.`v17`
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  t.`v17`
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`s_initial_budget`
                ) + t.`s_initial_budget__step`
              END
            END
          END AS v21,
          (
            (
              (
                CAST(2 AS BIGINT) * t.`s_actual`
              ) - CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
            ) - CASE
              WHEN NOT (
                t.`s_initial_budget` IS NULL
              )
              THEN (
                CAST(2 AS BIGINT) * t.`s_initial_budget`
              ) + CASE
                WHEN t.`s_initial_budget` = 0
                THEN CAST(0 AS BIGINT)
                ELSE t.`s_initial_budget__step`
              END
              ELSE CASE
                WHEN NOT (
                  t.`s_adjusted_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                ) + CASE
                  WHEN t.`s_adjusted_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`s_adjusted_budget__step`
                END
                ELSE CASE
                  WHEN t.`v36`
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    t.`v36`
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_initial_budget`
                  ) + CASE
                    WHEN t.`s_initial_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`s_initial_budget__step`
                  END
                END
              END
            END
          ) - CASE
            WHEN NOT (
              t.`s_carry_in` IS NULL
            )
            THEN CAST(CASE
              WHEN NOT (
                t.`s_carry_in` IS NULL
              )
              THEN CASE
                WHEN (
                  (
                    CAST(2 AS BIGINT) * t.`s_carry_in`
                  ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                ) >= 0
                THEN (
                  CAST(2 AS BIGINT) * t.`s_carry_in`
                ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                WHEN NOT (
                  (
                    (
                      CAST(2 AS BIGINT) * t.`s_carry_in`
                    ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                  ) >= 0
                )
                THEN CAST(0 AS BIGINT)
              END
              ELSE CAST(0 AS BIGINT)
            END AS DECIMAL(38, 0))
            ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c7`, 0) END
          END AS v37,
          (
            (
              (
                CAST(2 AS BIGINT) * t.`s_actual`
              ) + CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
            ) - CASE
              WHEN NOT (
                t.`s_initial_budget` IS NULL
              )
              THEN (
                CAST(2 AS BIGINT) * t.`s_initial_budget`
              ) - CASE
                WHEN t.`s_initial_budget` = 0
                THEN CAST(0 AS BIGINT)
                ELSE t.`s_initial_budget__step`
              END
              ELSE CASE
                WHEN NOT (
                  t.`s_adjusted_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                ) - CASE
                  WHEN t.`s_adjusted_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`s_adjusted_budget__step`
                END
                ELSE CASE
                  WHEN t.`v36`
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    t.`v36`
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_initial_budget`
                  ) - CASE
                    WHEN t.`s_initial_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`s_initial_budget__step`
                  END
                END
              END
            END
          ) - CASE
            WHEN NOT (
              t.`s_carry_in` IS NULL
            )
            THEN CAST(CASE
              WHEN NOT (
                t.`s_carry_in` IS NULL
              )
              THEN CASE
                WHEN (
                  (
                    CAST(2 AS BIGINT) * t.`s_carry_in`
                  ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                ) >= 0
                THEN (
                  CAST(2 AS BIGINT) * t.`s_carry_in`
                ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                WHEN NOT (
                  (
                    (
                      CAST(2 AS BIGINT) * t.`s_carry_in`
                    ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                  ) >= 0
                )
                THEN CAST(0 AS BIGINT)
              END
              ELSE CAST(0 AS BIGINT)
            END AS DECIMAL(38, 0))
            ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c6`, 0) END
          END AS v38,
          (
            (
              (
                (
                  (
                    CAST(2 AS BIGINT) * t.`s_actual`
                  ) - CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
                ) - CASE
                  WHEN NOT (
                    t.`s_initial_budget` IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_initial_budget`
                  ) + CASE
                    WHEN t.`s_initial_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`s_initial_budget__step`
                  END
                  ELSE CASE
                    WHEN NOT (
                      t.`s_adjusted_budget` IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                    ) + CASE
                      WHEN t.`s_adjusted_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`s_adjusted_budget__step`
                    END
                    ELSE CASE
                      WHEN t.`v36`
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        t.`v36`
                      )
                      THEN (
                        CAST(2 AS BIGINT) * t.`s_initial_budget`
                      ) + CASE
                        WHEN t.`s_initial_budget` = 0
                        THEN CAST(0 AS BIGINT)
                        ELSE t.`s_initial_budget__step`
                      END
                    END
                  END
                END
              ) - CASE
                WHEN NOT (
                  t.`s_carry_in` IS NULL
                )
                THEN CAST(CASE
                  WHEN NOT (
                    t.`s_carry_in` IS NULL
                  )
                  THEN CASE
                    WHEN (
                      (
                        CAST(2 AS BIGINT) * t.`s_carry_in`
                      ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                    ) >= 0
                    THEN (
                      CAST(2 AS BIGINT) * t.`s_carry_in`
                    ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                    WHEN NOT (
                      (
                        (
                          CAST(2 AS BIGINT) * t.`s_carry_in`
                        ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                      ) >= 0
                    )
                    THEN CAST(0 AS BIGINT)
                  END
                  ELSE CAST(0 AS BIGINT)
                END AS DECIMAL(38, 0))
                ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c7`, 0) END
              END
            ) - (
              CASE WHEN TRUE THEN COALESCE(t.`a15_c9`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c9`, 0) END
            )
          ) - CASE WHEN TRUE THEN COALESCE(t.`a15_c11`, 0) END AS v39,
          (
            (
              (
                (
                  (
                    CAST(2 AS BIGINT) * t.`s_actual`
                  ) + CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
                ) - CASE
                  WHEN NOT (
                    t.`s_initial_budget` IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_initial_budget`
                  ) - CASE
                    WHEN t.`s_initial_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`s_initial_budget__step`
                  END
                  ELSE CASE
                    WHEN NOT (
                      t.`s_adjusted_budget` IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                    ) - CASE
                      WHEN t.`s_adjusted_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`s_adjusted_budget__step`
                    END
                    ELSE CASE
                      WHEN t.`v36`
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        t.`v36`
                      )
                      THEN (
                        CAST(2 AS BIGINT) * t.`s_initial_budget`
                      ) - CASE
                        WHEN t.`s_initial_budget` = 0
                        THEN CAST(0 AS BIGINT)
                        ELSE t.`s_initial_budget__step`
                      END
                    END
                  END
                END
              ) - CASE
                WHEN NOT (
                  t.`s_carry_in` IS NULL
                )
                THEN CAST(CASE
                  WHEN NOT (
                    t.`s_carry_in` IS NULL
                  )
                  THEN CASE
                    WHEN (
                      (
                        CAST(2 AS BIGINT) * t.`s_carry_in`
                      ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                    ) >= 0
                    THEN (
                      CAST(2 AS BIGINT) * t.`s_carry_in`
                    ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                    WHEN NOT (
                      (
                        (
                          CAST(2 AS BIGINT) * t.`s_carry_in`
                        ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                      ) >= 0
                    )
                    THEN CAST(0 AS BIGINT)
                  END
                  ELSE CAST(0 AS BIGINT)
                END AS DECIMAL(38, 0))
                ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c6`, 0) END
              END
            ) - (
              CASE WHEN TRUE THEN COALESCE(t.`a15_c8`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c8`, 0) END
            )
          ) - CASE WHEN TRUE THEN COALESCE(t.`a15_c10`, 0) END AS v40,
          (
            (
              (
                (
                  CAST(2 AS BIGINT) * t.`s_actual`
                ) - CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
              ) - CASE
                WHEN NOT (
                  t.`s_initial_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`s_initial_budget`
                ) + CASE
                  WHEN t.`s_initial_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`s_initial_budget__step`
                END
                ELSE CASE
                  WHEN NOT (
                    t.`s_adjusted_budget` IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                  ) + CASE
                    WHEN t.`s_adjusted_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`s_adjusted_budget__step`
                  END
                  ELSE CASE
                    WHEN t.`v36`
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      t.`v36`
                    )
                    THEN (
                      CAST(2 AS BIGINT) * t.`s_initial_budget`
                    ) + CASE
                      WHEN t.`s_initial_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`s_initial_budget__step`
                    END
                  END
                END
              END
            ) - CASE
              WHEN NOT (
                t.`s_carry_in` IS NULL
              )
              THEN CAST(CASE
                WHEN NOT (
                  t.`s_carry_in` IS NULL
                )
                THEN CASE
                  WHEN (
                    (
                      CAST(2 AS BIGINT) * t.`s_carry_in`
                    ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                  ) >= 0
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_carry_in`
                  ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                  WHEN NOT (
                    (
                      (
                        CAST(2 AS BIGINT) * t.`s_carry_in`
                      ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                    ) >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS DECIMAL(38, 0))
              ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c7`, 0) END
            END
          ) - (
            CASE WHEN TRUE THEN COALESCE(t.`a15_c9`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c9`, 0) END
          ) AS v41,
          (
            (
              (
                (
                  CAST(2 AS BIGINT) * t.`s_actual`
                ) + CASE WHEN t.`s_actual` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_actual__step` END
              ) - CASE
                WHEN NOT (
                  t.`s_initial_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`s_initial_budget`
                ) - CASE
                  WHEN t.`s_initial_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`s_initial_budget__step`
                END
                ELSE CASE
                  WHEN NOT (
                    t.`s_adjusted_budget` IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                  ) - CASE
                    WHEN t.`s_adjusted_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`s_adjusted_budget__step`
                  END
                  ELSE CASE
                    WHEN t.`v36`
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      t.`v36`
                    )
                    THEN (
                      CAST(2 AS BIGINT) * t.`s_initial_budget`
                    ) - CASE
                      WHEN t.`s_initial_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`s_initial_budget__step`
                    END
                  END
                END
              END
            ) - CASE
              WHEN NOT (
                t.`s_carry_in` IS NULL
              )
              THEN CAST(CASE
                WHEN NOT (
                  t.`s_carry_in` IS NULL
                )
                THEN CASE
                  WHEN (
                    (
                      CAST(2 AS BIGINT) * t.`s_carry_in`
                    ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                  ) >= 0
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_carry_in`
                  ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                  WHEN NOT (
                    (
                      (
                        CAST(2 AS BIGINT) * t.`s_carry_in`
                      ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                    ) >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS DECIMAL(38, 0))
              ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c6`, 0) END
            END
          ) - (
            CASE WHEN TRUE THEN COALESCE(t.`a15_c8`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c8`, 0) END
          ) AS v42,
          (
            CASE
              WHEN NOT (
                t.`s_initial_budget` IS NULL
              )
              THEN (
                CAST(2 AS BIGINT) * t.`s_initial_budget`
              ) - CASE
                WHEN t.`s_initial_budget` = 0
                THEN CAST(0 AS BIGINT)
                ELSE t.`s_initial_budget__step`
              END
              ELSE CASE
                WHEN NOT (
                  t.`s_adjusted_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                ) - CASE
                  WHEN t.`s_adjusted_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`s_adjusted_budget__step`
                END
                ELSE CASE
                  WHEN t.`v36`
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    t.`v36`
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_initial_budget`
                  ) - CASE
                    WHEN t.`s_initial_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`s_initial_budget__step`
                  END
                END
              END
            END + CASE
              WHEN NOT (
                t.`s_carry_in` IS NULL
              )
              THEN CAST(CASE
                WHEN NOT (
                  t.`s_carry_in` IS NULL
                )
                THEN CASE
                  WHEN (
                    (
                      CAST(2 AS BIGINT) * t.`s_carry_in`
                    ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                  ) >= 0
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_carry_in`
                  ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                  WHEN NOT (
                    (
                      (
                        CAST(2 AS BIGINT) * t.`s_carry_in`
                      ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                    ) >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS DECIMAL(38, 0))
              ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c6`, 0) END
            END
          ) + CASE
            WHEN NOT (
              t.`s_adjusted_budget` IS NULL
            )
            THEN CAST(0 AS DECIMAL(38, 0))
            ELSE CASE
              WHEN CASE WHEN TRUE THEN COALESCE(t.`a15_c8`, 0) END <= 0
              THEN CASE WHEN TRUE THEN COALESCE(t.`a15_c8`, 0) END
              WHEN NOT (
                CASE WHEN TRUE THEN COALESCE(t.`a15_c8`, 0) END <= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
          END AS v60,
          (
            CASE
              WHEN NOT (
                t.`s_initial_budget` IS NULL
              )
              THEN (
                CAST(2 AS BIGINT) * t.`s_initial_budget`
              ) + CASE
                WHEN t.`s_initial_budget` = 0
                THEN CAST(0 AS BIGINT)
                ELSE t.`s_initial_budget__step`
              END
              ELSE CASE
                WHEN NOT (
                  t.`s_adjusted_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                ) + CASE
                  WHEN t.`s_adjusted_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`s_adjusted_budget__step`
                END
                ELSE CASE
                  WHEN t.`v36`
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    t.`v36`
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_initial_budget`
                  ) + CASE
                    WHEN t.`s_initial_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`s_initial_budget__step`
                  END
                END
              END
            END + CASE
              WHEN NOT (
                t.`s_carry_in` IS NULL
              )
              THEN CAST(CASE
                WHEN NOT (
                  t.`s_carry_in` IS NULL
                )
                THEN CASE
                  WHEN (
                    (
                      CAST(2 AS BIGINT) * t.`s_carry_in`
                    ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                  ) >= 0
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_carry_in`
                  ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                  WHEN NOT (
                    (
                      (
                        CAST(2 AS BIGINT) * t.`s_carry_in`
                      ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                    ) >= 0
                  )
                  THEN CAST(0 AS BIGINT)
                END
                ELSE CAST(0 AS BIGINT)
              END AS DECIMAL(38, 0))
              ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c7`, 0) END
            END
          ) + CASE
            WHEN NOT (
              t.`s_adjusted_budget` IS NULL
            )
            THEN CAST(0 AS DECIMAL(38, 0))
            ELSE CASE
              WHEN CASE WHEN TRUE THEN COALESCE(t.`a15_c9`, 0) END <= 0
              THEN CASE WHEN TRUE THEN COALESCE(t.`a15_c9`, 0) END
              WHEN NOT (
                CASE WHEN TRUE THEN COALESCE(t.`a15_c9`, 0) END <= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
          END AS v61,
          (
            (
              CASE
                WHEN NOT (
                  t.`s_initial_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`s_initial_budget`
                ) - CASE
                  WHEN t.`s_initial_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`s_initial_budget__step`
                END
                ELSE CASE
                  WHEN NOT (
                    t.`s_adjusted_budget` IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                  ) - CASE
                    WHEN t.`s_adjusted_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`s_adjusted_budget__step`
                  END
                  ELSE CASE
                    WHEN t.`v36`
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      t.`v36`
                    )
                    THEN (
                      CAST(2 AS BIGINT) * t.`s_initial_budget`
                    ) - CASE
                      WHEN t.`s_initial_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`s_initial_budget__step`
                    END
                  END
                END
              END + CASE
                WHEN NOT (
                  t.`s_carry_in` IS NULL
                )
                THEN CAST(CASE
                  WHEN NOT (
                    t.`s_carry_in` IS NULL
                  )
                  THEN CASE
                    WHEN (
                      (
                        CAST(2 AS BIGINT) * t.`s_carry_in`
                      ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                    ) >= 0
                    THEN (
                      CAST(2 AS BIGINT) * t.`s_carry_in`
                    ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                    WHEN NOT (
                      (
                        (
                          CAST(2 AS BIGINT) * t.`s_carry_in`
                        ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                      ) >= 0
                    )
                    THEN CAST(0 AS BIGINT)
                  END
                  ELSE CAST(0 AS BIGINT)
                END AS DECIMAL(38, 0))
                ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c6`, 0) END
              END
            ) + CASE
              WHEN NOT (
                t.`s_adjusted_budget` IS NULL
              )
              THEN CAST(0 AS DECIMAL(38, 0))
              ELSE CASE
                WHEN CASE WHEN TRUE THEN COALESCE(t.`a15_c8`, 0) END <= 0
                THEN CASE WHEN TRUE THEN COALESCE(t.`a15_c8`, 0) END
                WHEN NOT (
                  CASE WHEN TRUE THEN COALESCE(t.`a15_c8`, 0) END <= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            END
          ) + CASE WHEN TRUE THEN COALESCE(t.`a15_c10`, 0) END AS v62,
          (
            (
              CASE
                WHEN NOT (
                  t.`s_initial_budget` IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * t.`s_initial_budget`
                ) + CASE
                  WHEN t.`s_initial_budget` = 0
                  THEN CAST(0 AS BIGINT)
                  ELSE t.`s_initial_budget__step`
                END
                ELSE CASE
                  WHEN NOT (
                    t.`s_adjusted_budget` IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                  ) + CASE
                    WHEN t.`s_adjusted_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`s_adjusted_budget__step`
                  END
                  ELSE CASE
                    WHEN t.`v36`
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      t.`v36`
                    )
                    THEN (
                      CAST(2 AS BIGINT) * t.`s_initial_budget`
                    ) + CASE
                      WHEN t.`s_initial_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`s_initial_budget__step`
                    END
                  END
                END
              END + CASE
                WHEN NOT (
                  t.`s_carry_in` IS NULL
                )
                THEN CAST(CASE
                  WHEN NOT (
                    t.`s_carry_in` IS NULL
                  )
                  THEN CASE
                    WHEN (
                      (
                        CAST(2 AS BIGINT) * t.`s_carry_in`
                      ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                    ) >= 0
                    THEN (
                      CAST(2 AS BIGINT) * t.`s_carry_in`
                    ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                    WHEN NOT (
                      (
                        (
                          CAST(2 AS BIGINT) * t.`s_carry_in`
                        ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                      ) >= 0
                    )
                    THEN CAST(0 AS BIGINT)
                  END
                  ELSE CAST(0 AS BIGINT)
                END AS DECIMAL(38, 0))
                ELSE CASE WHEN TRUE THEN COALESCE(t.`a14_c7`, 0) END
              END
            ) + CASE
              WHEN NOT (
                t.`s_adjusted_budget` IS NULL
              )
              THEN CAST(0 AS DECIMAL(38, 0))
              ELSE CASE
                WHEN CASE WHEN TRUE THEN COALESCE(t.`a15_c9`, 0) END <= 0
                THEN CASE WHEN TRUE THEN COALESCE(t.`a15_c9`, 0) END
                WHEN NOT (
                  CASE WHEN TRUE THEN COALESCE(t.`a15_c9`, 0) END <= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            END
          ) + CASE WHEN TRUE THEN COALESCE(t.`a15_c11`, 0) END AS v63
        FROM (
          SELECT
            t.*,
            (
              (
                NOT (
                  CASE
                    WHEN (
                      NOT (
                        t.`s_initial_budget` IS NULL
                      )
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' initial_budget ', t.`s__derived`), 0) > 0
                      )
                    )
                    THEN TRUE
                    WHEN COALESCE(LOCATE(' initial_budget ', t.`s__none`), 0) > 0
                    THEN FALSE
                    WHEN COALESCE(LOCATE(' initial_budget ', t.`s__hidden`), 0) > 0
                    THEN CAST(NULL AS BOOLEAN)
                    WHEN (
                      t.`j1__read` = 'whole'
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' initial_budget ', t.`s__to_fill`), 0) > 0
                      )
                    )
                    THEN FALSE
                  END
                )
              )
              AND CASE
                WHEN t.`a13_c1` > 0
                THEN TRUE
                WHEN (
                  t.`j1_budget_line__state` = 'complete'
                )
                AND (
                  COALESCE(t.`a13_c2`, 0) = 0
                )
                THEN FALSE
              END
            )
            AND (
              t.`v15` <= 0
            ) AS v17,
            (
              (
                NOT (
                  CASE
                    WHEN (
                      NOT (
                        t.`s_initial_budget` IS NULL
                      )
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' initial_budget ', t.`s__derived`), 0) > 0
                      )
                    )
                    THEN TRUE
                    WHEN COALESCE(LOCATE(' initial_budget ', t.`s__none`), 0) > 0
                    THEN FALSE
                    WHEN COALESCE(LOCATE(' initial_budget ', t.`s__hidden`), 0) > 0
                    THEN CAST(NULL AS BOOLEAN)
                    WHEN (
                      t.`j1__read` = 'whole'
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' initial_budget ', t.`s__to_fill`), 0) > 0
                      )
                    )
                    THEN FALSE
                  END
                )
              )
              AND CASE
                WHEN t.`a13_c1` > 0
                THEN TRUE
                WHEN (
                  t.`j1_budget_line__state` = 'complete'
                )
                AND (
                  COALESCE(t.`a13_c2`, 0) = 0
                )
                THEN FALSE
              END
            )
            AND CASE
              WHEN (
                CAST(2 AS BIGINT) * t.`v15`
              ) <= 0
              THEN TRUE
              WHEN (
                CAST(2 AS BIGINT) * t.`v15`
              ) > 0
              THEN FALSE
            END AS v36
          FROM (
            SELECT
              t.*,
              CASE
                WHEN NOT (
                  t.`j2_kind` IS NULL
                )
                THEN t.`v13`
                ELSE CAST(CASE
                  WHEN t.`v14`
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    t.`v14`
                  )
                  THEN CASE
                    WHEN CASE
                      WHEN (
                        t.`j1_budget_line__state` = 'complete'
                      )
                      AND (
                        COALESCE(t.`a11_c1`, 0) = 0
                      )
                      THEN COALESCE(t.`a11_c2`, 0)
                    END = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      CASE
                        WHEN (
                          t.`j1_budget_line__state` = 'complete'
                        )
                        AND (
                          COALESCE(t.`a11_c1`, 0) = 0
                        )
                        THEN COALESCE(t.`a11_c2`, 0)
                      END = 0
                    )
                    THEN t.`s_initial_budget`
                  END
                END AS DECIMAL(38, 0))
              END AS v15,
              (
                t.`v32` + CASE
                  WHEN t.`v33`
                  THEN CAST(100000000000000 AS DECIMAL(38, 0))
                  WHEN NOT (
                    t.`v33`
                  )
                  THEN CASE WHEN TRUE THEN COALESCE(t.`a15_c6`, 0) END
                END
              ) + CASE WHEN TRUE THEN COALESCE(t.`a14_c5`, 0) END AS v34,
              (
                (
                  t.`s_kind` = 'item'
                )
                AND (
                  (
                    (
                      CAST(t.`s_actual` AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
                    ) > (
                      (
                        (
                          t.`v71` + t.`v16`
                        ) + t.`v32`
                      ) * CAST(105 AS BIGINT)
                    )
                  )
                  OR (
                    (
                      t.`s_actual` * CAST(10 AS BIGINT)
                    ) < (
                      t.`v71` * CAST(9 AS BIGINT)
                    )
                  )
                )
              )
              AND (
                (
                  (
                    NOT (
                      t.`s_adjusted_budget` IS NULL
                    )
                  )
                  OR (
                    NOT (
                      t.`s_added_budget` IS NULL
                    )
                  )
                )
                OR (
                  NOT (
                    CASE
                      WHEN (
                        NOT (
                          t.`s_adjusted_budget` IS NULL
                        )
                      )
                      AND (
                        NOT (
                          COALESCE(LOCATE(' adjusted_budget ', t.`s__derived`), 0) > 0
                        )
                      )
                      THEN TRUE
                      WHEN COALESCE(LOCATE(' adjusted_budget ', t.`s__none`), 0) > 0
                      THEN FALSE
                      WHEN COALESCE(LOCATE(' adjusted_budget ', t.`s__hidden`), 0) > 0
                      THEN FALSE
                      WHEN (
                        t.`j1__read` = 'whole'
                      )
                      AND (
                        NOT (
                          COALESCE(LOCATE(' adjusted_budget ', t.`s__to_fill`), 0) > 0
                        )
                      )
                      THEN FALSE
                    END
                  )
                )
              ) AS v72,
              CASE
                WHEN (
                  CAST(105 AS BIGINT) * t.`v77`
                ) <= (
                  CAST(105 AS BIGINT) * t.`v78`
                )
                THEN CAST(105 AS BIGINT) * t.`v77`
                WHEN NOT (
                  (
                    CAST(105 AS BIGINT) * t.`v77`
                  ) <= (
                    CAST(105 AS BIGINT) * t.`v78`
                  )
                )
                THEN CAST(105 AS BIGINT) * t.`v78`
              END AS v79,
              CASE
                WHEN (
                  CAST(105 AS BIGINT) * t.`v77`
                ) >= (
                  CAST(105 AS BIGINT) * t.`v78`
                )
                THEN CAST(105 AS BIGINT) * t.`v77`
                WHEN NOT (
                  (
                    CAST(105 AS BIGINT) * t.`v77`
                  ) >= (
                    CAST(105 AS BIGINT) * t.`v78`
                  )
                )
                THEN CAST(105 AS BIGINT) * t.`v78`
              END AS v80,
              CASE
                WHEN (
                  CAST(9 AS BIGINT) * t.`v81`
                ) <= (
                  CAST(9 AS BIGINT) * t.`v82`
                )
                THEN CAST(9 AS BIGINT) * t.`v81`
                WHEN NOT (
                  (
                    CAST(9 AS BIGINT) * t.`v81`
                  ) <= (
                    CAST(9 AS BIGINT) * t.`v82`
                  )
                )
                THEN CAST(9 AS BIGINT) * t.`v82`
              END AS v83,
              CASE
                WHEN (
                  CAST(9 AS BIGINT) * t.`v81`
                ) >= (
                  CAST(9 AS BIGINT) * t.`v82`
                )
                THEN CAST(9 AS BIGINT) * t.`v81`
                WHEN NOT (
                  (
                    CAST(9 AS BIGINT) * t.`v81`
                  ) >= (
                    CAST(9 AS BIGINT) * t.`v82`
                  )
                )
                THEN CAST(9 AS BIGINT) * t.`v82`
              END AS v84
            FROM (
              SELECT
                t.*,
                CASE
                  WHEN (
                    CASE
                      WHEN t.`v12`
                      THEN t.`v8`
                      WHEN NOT (
                        t.`v12`
                      )
                      THEN CAST(t.`v10` AS DECIMAL(38, 0))
                    END - CASE WHEN TRUE THEN COALESCE(t.`a10_c1`, 0) END
                  ) >= 0
                  THEN CASE
                    WHEN t.`v12`
                    THEN t.`v8`
                    WHEN NOT (
                      t.`v12`
                    )
                    THEN CAST(t.`v10` AS DECIMAL(38, 0))
                  END - CASE WHEN TRUE THEN COALESCE(t.`a10_c1`, 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN t.`v12`
                        THEN t.`v8`
                        WHEN NOT (
                          t.`v12`
                        )
                        THEN CAST(t.`v10` AS DECIMAL(38, 0))
                      END - CASE WHEN TRUE THEN COALESCE(t.`a10_c1`, 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END AS v13,
                CASE
                  WHEN t.`s_kind` <> 'item'
                  THEN t.`v31`
                  WHEN NOT (
                    t.`s_kind` <> 'item'
                  )
                  THEN CASE
                    WHEN (
                      NOT (
                        t.`j2_kind` IS NULL
                      )
                    ) AND (
                      t.`j2_kind` = 'item'
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a11_c3`, 0) END + CASE
                      WHEN t.`v30` >= 0
                      THEN t.`v30`
                      WHEN NOT (
                        t.`v30` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      (
                        NOT (
                          t.`j2_kind` IS NULL
                        )
                      ) AND (
                        t.`j2_kind` = 'item'
                      )
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a11_c3`, 0) END
                  END
                END AS v32,
                (
                  CASE
                    WHEN NOT (
                      t.`s_adjusted_budget` IS NULL
                    )
                    THEN CAST((
                      CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                    ) - CASE
                      WHEN t.`s_adjusted_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`s_adjusted_budget__step`
                    END AS DECIMAL(38, 0))
                    ELSE CASE
                      WHEN NOT (
                        t.`s_added_budget` IS NULL
                      )
                      THEN CAST((
                        (
                          CAST(2 AS BIGINT) * t.`s_initial_budget`
                        ) - CASE
                          WHEN t.`s_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`s_initial_budget__step`
                        END
                      ) + (
                        (
                          CAST(2 AS BIGINT) * t.`s_added_budget`
                        ) - CASE
                          WHEN t.`s_added_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`s_added_budget__step`
                        END
                      ) AS DECIMAL(38, 0))
                      ELSE CASE
                        WHEN t.`v76`
                        THEN (
                          (
                            (
                              CAST(2 AS BIGINT) * t.`s_initial_budget`
                            ) - CASE
                              WHEN t.`s_initial_budget` = 0
                              THEN CAST(0 AS BIGINT)
                              ELSE t.`s_initial_budget__step`
                            END
                          ) + CASE
                            WHEN (
                              t.`s_approval__state` = 'complete'
                            ) AND (
                              COALESCE(t.`a15_c7`, 0) = 0
                            )
                            THEN COALESCE(t.`a15_c8`, 0)
                          END
                        ) + (
                          CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
                        )
                        WHEN NOT (
                          t.`v76`
                        )
                        THEN (
                          (
                            CAST(2 AS BIGINT) * t.`s_initial_budget`
                          ) - CASE
                            WHEN t.`s_initial_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`s_initial_budget__step`
                          END
                        ) + (
                          CASE WHEN TRUE THEN COALESCE(t.`a15_c8`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c8`, 0) END
                        )
                      END
                    END
                  END + CASE
                    WHEN NOT (
                      t.`s_carry_in` IS NULL
                    )
                    THEN CASE
                      WHEN (
                        (
                          CAST(2 AS BIGINT) * t.`s_carry_in`
                        ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                      ) >= 0
                      THEN (
                        CAST(2 AS BIGINT) * t.`s_carry_in`
                      ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                      WHEN NOT (
                        (
                          (
                            CAST(2 AS BIGINT) * t.`s_carry_in`
                          ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                        ) >= 0
                      )
                      THEN CAST(0 AS BIGINT)
                    END
                    ELSE CAST(0 AS BIGINT)
                  END
                ) + CASE
                  WHEN t.`s_kind` <> 'item'
                  THEN CASE
                    WHEN NOT (
                      t.`j2_kind` IS NULL
                    )
                    THEN CASE
                      WHEN t.`v46` >= 0
                      THEN t.`v46`
                      WHEN NOT (
                        t.`v46` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    ELSE CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    t.`s_kind` <> 'item'
                  )
                  THEN CASE
                    WHEN (
                      NOT (
                        t.`j2_kind` IS NULL
                      )
                    ) AND (
                      t.`j2_kind` = 'item'
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a11_c4`, 0) END + CASE
                      WHEN t.`v46` >= 0
                      THEN t.`v46`
                      WHEN NOT (
                        t.`v46` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      (
                        NOT (
                          t.`j2_kind` IS NULL
                        )
                      ) AND (
                        t.`j2_kind` = 'item'
                      )
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a11_c4`, 0) END
                  END
                END AS v77,
                (
                  CASE
                    WHEN NOT (
                      t.`s_adjusted_budget` IS NULL
                    )
                    THEN CAST((
                      CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                    ) + CASE
                      WHEN t.`s_adjusted_budget` = 0
                      THEN CAST(0 AS BIGINT)
                      ELSE t.`s_adjusted_budget__step`
                    END AS DECIMAL(38, 0))
                    ELSE CASE
                      WHEN NOT (
                        t.`s_added_budget` IS NULL
                      )
                      THEN CAST((
                        (
                          CAST(2 AS BIGINT) * t.`s_initial_budget`
                        ) + CASE
                          WHEN t.`s_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`s_initial_budget__step`
                        END
                      ) + (
                        (
                          CAST(2 AS BIGINT) * t.`s_added_budget`
                        ) + CASE
                          WHEN t.`s_added_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`s_added_budget__step`
                        END
                      ) AS DECIMAL(38, 0))
                      ELSE CASE
                        WHEN t.`v76`
                        THEN (
                          (
                            (
                              CAST(2 AS BIGINT) * t.`s_initial_budget`
                            ) + CASE
                              WHEN t.`s_initial_budget` = 0
                              THEN CAST(0 AS BIGINT)
                              ELSE t.`s_initial_budget__step`
                            END
                          ) + CASE
                            WHEN (
                              t.`s_approval__state` = 'complete'
                            ) AND (
                              COALESCE(t.`a15_c7`, 0) = 0
                            )
                            THEN COALESCE(t.`a15_c9`, 0)
                          END
                        ) + (
                          CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
                        )
                        WHEN NOT (
                          t.`v76`
                        )
                        THEN (
                          (
                            CAST(2 AS BIGINT) * t.`s_initial_budget`
                          ) + CASE
                            WHEN t.`s_initial_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`s_initial_budget__step`
                          END
                        ) + (
                          CASE WHEN TRUE THEN COALESCE(t.`a15_c9`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c9`, 0) END
                        )
                      END
                    END
                  END + CASE
                    WHEN NOT (
                      t.`s_carry_in` IS NULL
                    )
                    THEN CASE
                      WHEN (
                        (
                          CAST(2 AS BIGINT) * t.`s_carry_in`
                        ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                      ) >= 0
                      THEN (
                        CAST(2 AS BIGINT) * t.`s_carry_in`
                      ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                      WHEN NOT (
                        (
                          (
                            CAST(2 AS BIGINT) * t.`s_carry_in`
                          ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                        ) >= 0
                      )
                      THEN CAST(0 AS BIGINT)
                    END
                    ELSE CAST(0 AS BIGINT)
                  END
                ) + CASE
                  WHEN t.`s_kind` <> 'item'
                  THEN CASE
                    WHEN NOT (
                      t.`j2_kind` IS NULL
                    )
                    THEN CASE
                      WHEN t.`v47` >= 0
                      THEN t.`v47`
                      WHEN NOT (
                        t.`v47` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    ELSE CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    t.`s_kind` <> 'item'
                  )
                  THEN CASE
                    WHEN (
                      NOT (
                        t.`j2_kind` IS NULL
                      )
                    ) AND (
                      t.`j2_kind` = 'item'
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a11_c5`, 0) END + CASE
                      WHEN t.`v47` >= 0
                      THEN t.`v47`
                      WHEN NOT (
                        t.`v47` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      (
                        NOT (
                          t.`j2_kind` IS NULL
                        )
                      ) AND (
                        t.`j2_kind` = 'item'
                      )
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(t.`a11_c5`, 0) END
                  END
                END AS v78,
                CASE
                  WHEN NOT (
                    t.`s_adjusted_budget` IS NULL
                  )
                  THEN CAST((
                    CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                  ) - CASE
                    WHEN t.`s_adjusted_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`s_adjusted_budget__step`
                  END AS DECIMAL(38, 0))
                  ELSE CASE
                    WHEN NOT (
                      t.`s_added_budget` IS NULL
                    )
                    THEN CAST((
                      (
                        CAST(2 AS BIGINT) * t.`s_initial_budget`
                      ) - CASE
                        WHEN t.`s_initial_budget` = 0
                        THEN CAST(0 AS BIGINT)
                        ELSE t.`s_initial_budget__step`
                      END
                    ) + (
                      (
                        CAST(2 AS BIGINT) * t.`s_added_budget`
                      ) - CASE
                        WHEN t.`s_added_budget` = 0
                        THEN CAST(0 AS BIGINT)
                        ELSE t.`s_added_budget__step`
                      END
                    ) AS DECIMAL(38, 0))
                    ELSE CASE
                      WHEN t.`v76`
                      THEN (
                        (
                          (
                            CAST(2 AS BIGINT) * t.`s_initial_budget`
                          ) - CASE
                            WHEN t.`s_initial_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`s_initial_budget__step`
                          END
                        ) + CASE
                          WHEN (
                            t.`s_approval__state` = 'complete'
                          ) AND (
                            COALESCE(t.`a15_c7`, 0) = 0
                          )
                          THEN COALESCE(t.`a15_c8`, 0)
                        END
                      ) + (
                        CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
                      )
                      WHEN NOT (
                        t.`v76`
                      )
                      THEN (
                        (
                          CAST(2 AS BIGINT) * t.`s_initial_budget`
                        ) - CASE
                          WHEN t.`s_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`s_initial_budget__step`
                        END
                      ) + (
                        CASE WHEN TRUE THEN COALESCE(t.`a15_c8`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c8`, 0) END
                      )
                    END
                  END
                END AS v81,
                CASE
                  WHEN NOT (
                    t.`s_adjusted_budget` IS NULL
                  )
                  THEN CAST((
                    CAST(2 AS BIGINT) * t.`s_adjusted_budget`
                  ) + CASE
                    WHEN t.`s_adjusted_budget` = 0
                    THEN CAST(0 AS BIGINT)
                    ELSE t.`s_adjusted_budget__step`
                  END AS DECIMAL(38, 0))
                  ELSE CASE
                    WHEN NOT (
                      t.`s_added_budget` IS NULL
                    )
                    THEN CAST((
                      (
                        CAST(2 AS BIGINT) * t.`s_initial_budget`
                      ) + CASE
                        WHEN t.`s_initial_budget` = 0
                        THEN CAST(0 AS BIGINT)
                        ELSE t.`s_initial_budget__step`
                      END
                    ) + (
                      (
                        CAST(2 AS BIGINT) * t.`s_added_budget`
                      ) + CASE
                        WHEN t.`s_added_budget` = 0
                        THEN CAST(0 AS BIGINT)
                        ELSE t.`s_added_budget__step`
                      END
                    ) AS DECIMAL(38, 0))
                    ELSE CASE
                      WHEN t.`v76`
                      THEN (
                        (
                          (
                            CAST(2 AS BIGINT) * t.`s_initial_budget`
                          ) + CASE
                            WHEN t.`s_initial_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`s_initial_budget__step`
                          END
                        ) + CASE
                          WHEN (
                            t.`s_approval__state` = 'complete'
                          ) AND (
                            COALESCE(t.`a15_c7`, 0) = 0
                          )
                          THEN COALESCE(t.`a15_c9`, 0)
                        END
                      ) + (
                        CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
                      )
                      WHEN NOT (
                        t.`v76`
                      )
                      THEN (
                        (
                          CAST(2 AS BIGINT) * t.`s_initial_budget`
                        ) + CASE
                          WHEN t.`s_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`s_initial_budget__step`
                        END
                      ) + (
                        CASE WHEN TRUE THEN COALESCE(t.`a15_c9`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c9`, 0) END
                      )
                    END
                  END
                END AS v82
              FROM (
                SELECT
                  t.*,
                  CASE
                    WHEN t.`v7`
                    THEN t.`v3` - CASE WHEN TRUE THEN COALESCE(t.`a6_c1`, 0) END
                    WHEN NOT (
                      t.`v7`
                    )
                    THEN CAST(t.`v5` AS DECIMAL(38, 0))
                  END - CASE WHEN TRUE THEN COALESCE(t.`a8_c1`, 0) END AS v8,
                  CASE
                    WHEN NOT (
                      t.`j2_kind` IS NULL
                    )
                    THEN CASE
                      WHEN t.`v30` >= 0
                      THEN t.`v30`
                      WHEN NOT (
                        t.`v30` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    ELSE CAST(0 AS DECIMAL(38, 0))
                  END AS v31,
                  (
                    CASE
                      WHEN t.`s_kind` <> 'item'
                      THEN CASE
                        WHEN NOT (
                          t.`j2_kind` IS NULL
                        )
                        THEN CASE
                          WHEN t.`v46` >= 0
                          THEN t.`v46`
                          WHEN NOT (
                            t.`v46` >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        t.`s_kind` <> 'item'
                      )
                      THEN CASE
                        WHEN (
                          NOT (
                            t.`j2_kind` IS NULL
                          )
                        ) AND (
                          t.`j2_kind` = 'item'
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(t.`a11_c4`, 0) END + CASE
                          WHEN t.`v46` >= 0
                          THEN t.`v46`
                          WHEN NOT (
                            t.`v46` >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            NOT (
                              t.`j2_kind` IS NULL
                            )
                          ) AND (
                            t.`j2_kind` = 'item'
                          )
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(t.`a11_c4`, 0) END
                      END
                    END + CASE
                      WHEN t.`v33`
                      THEN CAST(200000000000000 AS DECIMAL(38, 0))
                      WHEN NOT (
                        t.`v33`
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(t.`a15_c12`, 0) END
                    END
                  ) + CASE WHEN TRUE THEN COALESCE(t.`a14_c10`, 0) END AS v48,
                  (
                    CASE
                      WHEN t.`s_kind` <> 'item'
                      THEN CASE
                        WHEN NOT (
                          t.`j2_kind` IS NULL
                        )
                        THEN CASE
                          WHEN t.`v47` >= 0
                          THEN t.`v47`
                          WHEN NOT (
                            t.`v47` >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        t.`s_kind` <> 'item'
                      )
                      THEN CASE
                        WHEN (
                          NOT (
                            t.`j2_kind` IS NULL
                          )
                        ) AND (
                          t.`j2_kind` = 'item'
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(t.`a11_c5`, 0) END + CASE
                          WHEN t.`v47` >= 0
                          THEN t.`v47`
                          WHEN NOT (
                            t.`v47` >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            NOT (
                              t.`j2_kind` IS NULL
                            )
                          ) AND (
                            t.`j2_kind` = 'item'
                          )
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(t.`a11_c5`, 0) END
                      END
                    END + CASE
                      WHEN t.`v33`
                      THEN CAST(200000000000000 AS DECIMAL(38, 0))
                      WHEN NOT (
                        t.`v33`
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(t.`a15_c13`, 0) END
                    END
                  ) + CASE WHEN TRUE THEN COALESCE(t.`a14_c11`, 0) END AS v49,
                  CASE
                    WHEN NOT (
                      t.`j2_kind` IS NULL
                    )
                    THEN CASE
                      WHEN t.`v55` >= 0
                      THEN t.`v55`
                      WHEN NOT (
                        t.`v55` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    ELSE CAST(CASE
                      WHEN t.`v14`
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        t.`v14`
                      )
                      THEN CASE
                        WHEN t.`v57`
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          t.`v57`
                        )
                        THEN (
                          CAST(2 AS BIGINT) * t.`s_initial_budget`
                        ) - CASE
                          WHEN t.`s_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`s_initial_budget__step`
                        END
                      END
                    END AS DECIMAL(38, 0))
                  END + CASE
                    WHEN NOT (
                      t.`s_carry_in` IS NULL
                    )
                    THEN CASE
                      WHEN (
                        (
                          CAST(2 AS BIGINT) * t.`s_carry_in`
                        ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                      ) >= 0
                      THEN (
                        CAST(2 AS BIGINT) * t.`s_carry_in`
                      ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                      WHEN NOT (
                        (
                          (
                            CAST(2 AS BIGINT) * t.`s_carry_in`
                          ) - CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                        ) >= 0
                      )
                      THEN CAST(0 AS BIGINT)
                    END
                    ELSE CAST(0 AS BIGINT)
                  END AS v58,
                  CASE
                    WHEN NOT (
                      t.`j2_kind` IS NULL
                    )
                    THEN CASE
                      WHEN t.`v56` >= 0
                      THEN t.`v56`
                      WHEN NOT (
                        t.`v56` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    ELSE CAST(CASE
                      WHEN t.`v14`
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        t.`v14`
                      )
                      THEN CASE
                        WHEN t.`v57`
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          t.`v57`
                        )
                        THEN (
                          CAST(2 AS BIGINT) * t.`s_initial_budget`
                        ) + CASE
                          WHEN t.`s_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`s_initial_budget__step`
                        END
                      END
                    END AS DECIMAL(38, 0))
                  END + CASE
                    WHEN NOT (
                      t.`s_carry_in` IS NULL
                    )
                    THEN CASE
                      WHEN (
                        (
                          CAST(2 AS BIGINT) * t.`s_carry_in`
                        ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                      ) >= 0
                      THEN (
                        CAST(2 AS BIGINT) * t.`s_carry_in`
                      ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                      WHEN NOT (
                        (
                          (
                            CAST(2 AS BIGINT) * t.`s_carry_in`
                          ) + CASE WHEN t.`s_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_carry_in__step` END
                        ) >= 0
                      )
                      THEN CAST(0 AS BIGINT)
                    END
                    ELSE CAST(0 AS BIGINT)
                  END AS v59,
                  CASE
                    WHEN NOT (
                      t.`s_adjusted_budget` IS NULL
                    )
                    THEN CAST(t.`s_adjusted_budget` AS DECIMAL(38, 0))
                    ELSE CASE
                      WHEN NOT (
                        t.`s_added_budget` IS NULL
                      )
                      THEN CAST(t.`s_initial_budget` + t.`s_added_budget` AS DECIMAL(38, 0))
                      ELSE CASE
                        WHEN (
                          t.`v70` > 0
                        )
                        OR (
                          (
                            CASE WHEN TRUE THEN COALESCE(t.`a15_c4`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c14`, 0) END
                          ) < 0
                        )
                        THEN (
                          t.`s_initial_budget` + CASE
                            WHEN (
                              t.`s_approval__state` = 'complete'
                            ) AND (
                              COALESCE(t.`a15_c5`, 0) = 0
                            )
                            THEN COALESCE(t.`a15_c1`, 0)
                          END
                        ) + CAST(NULL AS BIGINT)
                        WHEN NOT (
                          (
                            t.`v70` > 0
                          )
                          OR (
                            (
                              CASE WHEN TRUE THEN COALESCE(t.`a15_c4`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c14`, 0) END
                            ) < 0
                          )
                        )
                        THEN t.`s_initial_budget` + (
                          CASE WHEN TRUE THEN COALESCE(t.`a15_c1`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c4`, 0) END
                        )
                      END
                    END
                  END AS v71,
                  CASE WHEN 0 < t.`v74` THEN TRUE WHEN 0 >= t.`v75` THEN FALSE END
                  OR CASE
                    WHEN (
                      CASE WHEN TRUE THEN COALESCE(t.`a15_c11`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c18`, 0) END
                    ) < 0
                    THEN TRUE
                    WHEN (
                      CASE WHEN TRUE THEN COALESCE(t.`a15_c10`, 0) END + CASE WHEN TRUE THEN COALESCE(t.`a14_c17`, 0) END
                    ) >= 0
                    THEN FALSE
                  END AS v76
                FROM (
                  SELECT
                    t.*,
                    CASE
                      WHEN NOT (
                        t.`j4_initial_budget` IS NULL
                      )
                      THEN t.`j4_initial_budget`
                      ELSE CASE
                        WHEN NOT (
                          t.`j4_adjusted_budget` IS NULL
                        )
                        THEN t.`j4_adjusted_budget`
                        ELSE CASE
                          WHEN t.`v2`
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            t.`v2`
                          )
                          THEN t.`j4_initial_budget`
                        END
                      END
                    END AS v3,
                    CASE
                      WHEN NOT (
                        t.`j3_initial_budget` IS NULL
                      )
                      THEN t.`j3_initial_budget`
                      ELSE CASE
                        WHEN NOT (
                          t.`j3_adjusted_budget` IS NULL
                        )
                        THEN t.`j3_adjusted_budget`
                        ELSE CASE
                          WHEN t.`v4`
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            t.`v4`
                          )
                          THEN t.`j3_initial_budget`
                        END
                      END
                    END AS v5,
                    (
                      t.`v6` AND (
                        NOT (
                          t.`j4_kind` IS NULL
                        )
                      )
                    )
                    AND (
                      (
                        t.`j3_kind` = 'item'
                      )
                      OR (
                        CASE
                          WHEN (
                            t.`j4_sub_line__state` = 'complete'
                          ) AND (
                            COALESCE(t.`a6_c2`, 0) = 0
                          )
                          THEN COALESCE(t.`a6_c3`, 0)
                        END = 1
                      )
                    ) AS v7,
                    CASE
                      WHEN NOT (
                        t.`j2_initial_budget` IS NULL
                      )
                      THEN t.`j2_initial_budget`
                      ELSE CASE
                        WHEN NOT (
                          t.`j2_adjusted_budget` IS NULL
                        )
                        THEN t.`j2_adjusted_budget`
                        ELSE CASE
                          WHEN t.`v9`
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            t.`v9`
                          )
                          THEN t.`j2_initial_budget`
                        END
                      END
                    END AS v10,
                    (
                      t.`v11` AND (
                        NOT (
                          t.`j3_kind` IS NULL
                        )
                      )
                    )
                    AND (
                      (
                        t.`j2_kind` = 'item'
                      )
                      OR (
                        CASE
                          WHEN (
                            t.`j3_sub_line__state` = 'complete'
                          ) AND (
                            COALESCE(t.`a8_c2`, 0) = 0
                          )
                          THEN COALESCE(t.`a8_c3`, 0)
                        END = 1
                      )
                    ) AS v12,
                    (
                      CASE WHEN TRUE THEN COALESCE(t.`a16_c1`, 0) END + CASE
                        WHEN t.`v28`
                        THEN CAST(100000000000000 AS DECIMAL(38, 0))
                        WHEN NOT (
                          t.`v28`
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(t.`a16_c6`, 0) END
                      END
                    ) + CASE
                      WHEN (
                        t.`v29` - CASE WHEN TRUE THEN COALESCE(t.`a10_c6`, 0) END
                      ) >= 0
                      THEN t.`v29` - CASE WHEN TRUE THEN COALESCE(t.`a10_c6`, 0) END
                      WHEN NOT (
                        (
                          t.`v29` - CASE WHEN TRUE THEN COALESCE(t.`a10_c6`, 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END AS v30,
                    (
                      CASE WHEN TRUE THEN COALESCE(t.`a16_c8`, 0) END + CASE
                        WHEN t.`v43`
                        THEN CAST(200000000000000 AS DECIMAL(38, 0))
                        WHEN NOT (
                          t.`v43`
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(t.`a16_c12`, 0) END
                      END
                    ) + CASE
                      WHEN t.`v44` >= 0
                      THEN t.`v44`
                      WHEN NOT (
                        t.`v44` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END AS v46,
                    (
                      CASE WHEN TRUE THEN COALESCE(t.`a16_c9`, 0) END + CASE
                        WHEN t.`v43`
                        THEN CAST(200000000000000 AS DECIMAL(38, 0))
                        WHEN NOT (
                          t.`v43`
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(t.`a16_c13`, 0) END
                      END
                    ) + CASE
                      WHEN t.`v45` >= 0
                      THEN t.`v45`
                      WHEN NOT (
                        t.`v45` >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END AS v47,
                    CASE
                      WHEN t.`v50`
                      THEN CASE
                        WHEN t.`v51`
                        THEN CASE
                          WHEN NOT (
                            t.`j4_initial_budget` IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * t.`j4_initial_budget`
                          ) - CASE
                            WHEN t.`j4_initial_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`j4_initial_budget__step`
                          END
                          ELSE CASE
                            WHEN NOT (
                              t.`j4_adjusted_budget` IS NULL
                            )
                            THEN (
                              CAST(2 AS BIGINT) * t.`j4_adjusted_budget`
                            ) - CASE
                              WHEN t.`j4_adjusted_budget` = 0
                              THEN CAST(0 AS BIGINT)
                              ELSE t.`j4_adjusted_budget__step`
                            END
                            ELSE CASE
                              WHEN t.`v52`
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                t.`v52`
                              )
                              THEN (
                                CAST(2 AS BIGINT) * t.`j4_initial_budget`
                              ) - CASE
                                WHEN t.`j4_initial_budget` = 0
                                THEN CAST(0 AS BIGINT)
                                ELSE t.`j4_initial_budget__step`
                              END
                            END
                          END
                        END - CASE WHEN TRUE THEN COALESCE(t.`a6_c14`, 0) END
                        WHEN NOT (
                          t.`v51`
                        )
                        THEN CAST(CASE
                          WHEN NOT (
                            t.`j3_initial_budget` IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * t.`j3_initial_budget`
                          ) - CASE
                            WHEN t.`j3_initial_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`j3_initial_budget__step`
                          END
                          ELSE CASE
                            WHEN NOT (
                              t.`j3_adjusted_budget` IS NULL
                            )
                            THEN (
                              CAST(2 AS BIGINT) * t.`j3_adjusted_budget`
                            ) - CASE
                              WHEN t.`j3_adjusted_budget` = 0
                              THEN CAST(0 AS BIGINT)
                              ELSE t.`j3_adjusted_budget__step`
                            END
                            ELSE CASE
                              WHEN t.`v53`
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                t.`v53`
                              )
                              THEN (
                                CAST(2 AS BIGINT) * t.`j3_initial_budget`
                              ) - CASE
                                WHEN t.`j3_initial_budget` = 0
                                THEN CAST(0 AS BIGINT)
                                ELSE t.`j3_initial_budget__step`
                              END
                            END
                          END
                        END AS DECIMAL(38, 0))
                      END - CASE WHEN TRUE THEN COALESCE(t.`a8_c14`, 0) END
                      WHEN NOT (
                        t.`v50`
                      )
                      THEN CAST(CASE
                        WHEN NOT (
                          t.`j2_initial_budget` IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * t.`j2_initial_budget`
                        ) - CASE
                          WHEN t.`j2_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`j2_initial_budget__step`
                        END
                        ELSE CASE
                          WHEN NOT (
                            t.`j2_adjusted_budget` IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * t.`j2_adjusted_budget`
                          ) - CASE
                            WHEN t.`j2_adjusted_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`j2_adjusted_budget__step`
                          END
                          ELSE CASE
                            WHEN t.`v54`
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              t.`v54`
                            )
                            THEN (
                              CAST(2 AS BIGINT) * t.`j2_initial_budget`
                            ) - CASE
                              WHEN t.`j2_initial_budget` = 0
                              THEN CAST(0 AS BIGINT)
                              ELSE t.`j2_initial_budget__step`
                            END
                          END
                        END
                      END AS DECIMAL(38, 0))
                    END - CASE WHEN TRUE THEN COALESCE(t.`a10_c14`, 0) END AS v55,
                    CASE
                      WHEN t.`v50`
                      THEN CASE
                        WHEN t.`v51`
                        THEN CASE
                          WHEN NOT (
                            t.`j4_initial_budget` IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * t.`j4_initial_budget`
                          ) + CASE
                            WHEN t.`j4_initial_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`j4_initial_budget__step`
                          END
                          ELSE CASE
                            WHEN NOT (
                              t.`j4_adjusted_budget` IS NULL
                            )
                            THEN (
                              CAST(2 AS BIGINT) * t.`j4_adjusted_budget`
                            ) + CASE
                              WHEN t.`j4_adjusted_budget` = 0
                              THEN CAST(0 AS BIGINT)
                              ELSE t.`j4_adjusted_budget__step`
                            END
                            ELSE CASE
                              WHEN t.`v52`
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                t.`v52`
                              )
                              THEN (
                                CAST(2 AS BIGINT) * t.`j4_initial_budget`
                              ) + CASE
                                WHEN t.`j4_initial_budget` = 0
                                THEN CAST(0 AS BIGINT)
                                ELSE t.`j4_initial_budget__step`
                              END
                            END
                          END
                        END - CASE WHEN TRUE THEN COALESCE(t.`a6_c13`, 0) END
                        WHEN NOT (
                          t.`v51`
                        )
                        THEN CAST(CASE
                          WHEN NOT (
                            t.`j3_initial_budget` IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * t.`j3_initial_budget`
                          ) + CASE
                            WHEN t.`j3_initial_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`j3_initial_budget__step`
                          END
                          ELSE CASE
                            WHEN NOT (
                              t.`j3_adjusted_budget` IS NULL
                            )
                            THEN (
                              CAST(2 AS BIGINT) * t.`j3_adjusted_budget`
                            ) + CASE
                              WHEN t.`j3_adjusted_budget` = 0
                              THEN CAST(0 AS BIGINT)
                              ELSE t.`j3_adjusted_budget__step`
                            END
                            ELSE CASE
                              WHEN t.`v53`
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                t.`v53`
                              )
                              THEN (
                                CAST(2 AS BIGINT) * t.`j3_initial_budget`
                              ) + CASE
                                WHEN t.`j3_initial_budget` = 0
                                THEN CAST(0 AS BIGINT)
                                ELSE t.`j3_initial_budget__step`
                              END
                            END
                          END
                        END AS DECIMAL(38, 0))
                      END - CASE WHEN TRUE THEN COALESCE(t.`a8_c13`, 0) END
                      WHEN NOT (
                        t.`v50`
                      )
                      THEN CAST(CASE
                        WHEN NOT (
                          t.`j2_initial_budget` IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * t.`j2_initial_budget`
                        ) + CASE
                          WHEN t.`j2_initial_budget` = 0
                          THEN CAST(0 AS BIGINT)
                          ELSE t.`j2_initial_budget__step`
                        END
                        ELSE CASE
                          WHEN NOT (
                            t.`j2_adjusted_budget` IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * t.`j2_adjusted_budget`
                          ) + CASE
                            WHEN t.`j2_adjusted_budget` = 0
                            THEN CAST(0 AS BIGINT)
                            ELSE t.`j2_adjusted_budget__step`
                          END
                          ELSE CASE
                            WHEN t.`v54`
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              t.`v54`
                            )
                            THEN (
                              CAST(2 AS BIGINT) * t.`j2_initial_budget`
                            ) + CASE
                              WHEN t.`j2_initial_budget` = 0
                              THEN CAST(0 AS BIGINT)
                              ELSE t.`j2_initial_budget__step`
                            END
                          END
                        END
                      END AS DECIMAL(38, 0))
                    END - CASE WHEN TRUE THEN COALESCE(t.`a10_c13`, 0) END AS v56,
                    CASE
                      WHEN NOT (
                        t.`s_is_emergency` IS NULL
                      )
                      THEN t.`s_is_emergency`
                      ELSE (
                        (
                          (
                            (
                              NOT (
                                t.`s_deviation_reason` IS NULL
                              )
                            )
                            AND CASE
                              WHEN NOT (
                                REGEXP_REPLACE(
                                  t.`s_deviation_reason`,
                                  '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型',
                                  ''
                                ) IS NULL
                              )
                              THEN REGEXP_REPLACE(
                                t.`s_deviation_reason`,
                                '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型',
                                ''
                              ) RLIKE '手足口病暴发|传染病暴发|危化品泄漏|H1N1|H5N1|H5N6|H7N9|不可抗力|事故善后|事故处置|健康驿站|全员检测|冠状病毒|堤坝出险|堤防出险|大坝出险|密切接触|恐怖袭击|新型冠状|水库出险|污染事件|油品泄漏|泄漏事故|泄漏处置|流感暴发|流感爆发|煤气泄漏|燃气泄漏|瓦斯事故|疫病暴发|病毒暴发|病毒爆发|透水事故|隔离管控|隔离观察|隔离酒店|集中隔离|静默管理|食物中毒|口蹄疫|埃博拉|堰塞湖|大筛查|大雪封|强降雨|暴发疫|沙尘暴|泥石流|特大灾|登革热|禽流感|隔离点|风暴潮|龙卷风|余震|倒塌|倒房|内涝|冰冻|冰凌|冰灾|冰雹|冲垮|冲断|冲毁|决口|冻灾|冻雨|凌汛|凝冻|受灾|台风|地陷|地震|坍塌|垮塌|塌方|塌陷|失联|密接|寒潮|封控|山洪|山火|崩塌|巡堤|干旱|应急|扑杀|抗旱|抗洪|抗灾|抗疫|抗震|抢修|抢护|抢救|抢通|抢险|援沪|援鄂|搜救|救援|救灾|新冠|方舱|旱情|旱灾|暴雨|暴雪|查险|核酸|水毁|水灾|汛情|沉船|泄洪|洪水|洪涝|洪灾|流调|海啸|涉疫|淹没|溃口|溃坝|溃堤|滑坡|漫堤|火情|火灾|灾后|灾害|灾情|灾毁|灾民|爆炸|爆燃|爆管|爆裂|猪瘟|猴痘|甲流|疫区|疫情|疫点|矿难|突发|管涌|紧急|落石|虫灾|蝗灾|融雪|被淹|诺如|赈灾|遇险|遭灾|防疫|除冰|除险|险情|雨雪|雪灾|雷击|雷暴|雹灾|震后|震灾|霍乱|霜冻|非典|风灾|风雹|鼠疫'
                            END
                          )
                          OR t.`v64`
                        )
                        OR (
                          (
                            NOT (
                              CASE
                                WHEN NOT (
                                  t.`s_is_emergency` IS NULL
                                )
                                THEN TRUE
                                WHEN COALESCE(LOCATE(' is_emergency ', t.`s__none`), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(LOCATE(' is_emergency ', t.`s__hidden`), 0) > 0
                                THEN FALSE
                                WHEN (
                                  t.`j1__read` = 'whole'
                                )
                                AND (
                                  NOT (
                                    COALESCE(LOCATE(' is_emergency ', t.`s__to_fill`), 0) > 0
                                  )
                                )
                                THEN FALSE
                              END
                            )
                          ) IS NULL
                        )
                      )
                      OR (
                        (
                          NOT (
                            CASE
                              WHEN NOT (
                                t.`s_deviation_reason` IS NULL
                              )
                              THEN TRUE
                              WHEN COALESCE(LOCATE(' deviation_reason ', t.`s__none`), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(LOCATE(' deviation_reason ', t.`s__hidden`), 0) > 0
                              THEN FALSE
                              WHEN (
                                t.`j1__read` = 'whole'
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' deviation_reason ', t.`s__to_fill`), 0) > 0
                                )
                              )
                              THEN FALSE
                            END
                          )
                        ) IS NULL
                      )
                    END AS v65,
                    CASE
                      WHEN t.`v33`
                      THEN CAST(100000000000000 AS DECIMAL(38, 0))
                      WHEN NOT (
                        t.`v33`
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(t.`a15_c6`, 0) END
                    END + CASE WHEN TRUE THEN COALESCE(t.`a14_c13`, 0) END AS v70,
                    CASE
                      WHEN t.`v33`
                      THEN CAST(200000000000000 AS DECIMAL(38, 0))
                      WHEN NOT (
                        t.`v33`
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(t.`a15_c12`, 0) END
                    END + CASE WHEN TRUE THEN COALESCE(t.`a14_c15`, 0) END AS v74,
                    CASE
                      WHEN t.`v33`
                      THEN CAST(200000000000000 AS DECIMAL(38, 0))
                      WHEN NOT (
                        t.`v33`
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(t.`a15_c13`, 0) END
                    END + CASE WHEN TRUE THEN COALESCE(t.`a14_c16`, 0) END AS v75
                  FROM (
                    SELECT
                      t.*,
                      (
                        (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  t.`s_initial_budget` IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`s__derived`), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`s__none`), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`s__hidden`), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN (
                                t.`j1__read` = 'whole'
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`s__to_fill`), 0) > 0
                                )
                              )
                              THEN FALSE
                            END
                          )
                        )
                        AND (
                          t.`s_initial_budget` IS NULL
                        )
                      )
                      AND (
                        t.`s_adjusted_budget` IS NULL
                      ) AS v1,
                      (
                        NOT (
                          CASE
                            WHEN (
                              NOT (
                                t.`j4_initial_budget` IS NULL
                              )
                            )
                            AND (
                              NOT (
                                COALESCE(LOCATE(' initial_budget ', t.`j4__derived`), 0) > 0
                              )
                            )
                            THEN TRUE
                            WHEN COALESCE(LOCATE(' initial_budget ', t.`j4__none`), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(LOCATE(' initial_budget ', t.`j4__hidden`), 0) > 0
                            THEN CAST(NULL AS BOOLEAN)
                            WHEN (
                              t.`j5__read` = 'whole'
                            )
                            AND (
                              NOT (
                                COALESCE(LOCATE(' initial_budget ', t.`j4__to_fill`), 0) > 0
                              )
                            )
                            THEN FALSE
                          END
                        )
                      )
                      AND (
                        CASE
                          WHEN NOT (
                            t.`j4_parent` IS NULL
                          )
                          THEN TRUE
                          WHEN COALESCE(LOCATE(' parent ', t.`j4__none`), 0) > 0
                          THEN TRUE
                          WHEN COALESCE(LOCATE(' parent ', t.`j4__hidden`), 0) > 0
                          THEN FALSE
                          WHEN (
                            t.`j5__read` = 'whole'
                          )
                          AND (
                            NOT (
                              COALESCE(LOCATE(' parent ', t.`j4__to_fill`), 0) > 0
                            )
                          )
                          THEN FALSE
                        END
                        OR (
                          t.`j4_kind` = 'total'
                        )
                      ) AS v2,
                      (
                        NOT (
                          CASE
                            WHEN (
                              NOT (
                                t.`j3_initial_budget` IS NULL
                              )
                            )
                            AND (
                              NOT (
                                COALESCE(LOCATE(' initial_budget ', t.`j3__derived`), 0) > 0
                              )
                            )
                            THEN TRUE
                            WHEN COALESCE(LOCATE(' initial_budget ', t.`j3__none`), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(LOCATE(' initial_budget ', t.`j3__hidden`), 0) > 0
                            THEN CAST(NULL AS BOOLEAN)
                            WHEN (
                              t.`j7__read` = 'whole'
                            )
                            AND (
                              NOT (
                                COALESCE(LOCATE(' initial_budget ', t.`j3__to_fill`), 0) > 0
                              )
                            )
                            THEN FALSE
                          END
                        )
                      )
                      AND (
                        CASE
                          WHEN NOT (
                            t.`j3_parent` IS NULL
                          )
                          THEN TRUE
                          WHEN COALESCE(LOCATE(' parent ', t.`j3__none`), 0) > 0
                          THEN TRUE
                          WHEN COALESCE(LOCATE(' parent ', t.`j3__hidden`), 0) > 0
                          THEN FALSE
                          WHEN (
                            t.`j7__read` = 'whole'
                          )
                          AND (
                            NOT (
                              COALESCE(LOCATE(' parent ', t.`j3__to_fill`), 0) > 0
                            )
                          )
                          THEN FALSE
                        END
                        OR (
                          t.`j3_kind` = 'total'
                        )
                      ) AS v4,
                      (
                        (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  t.`j3_initial_budget` IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`j3__derived`), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`j3__none`), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`j3__hidden`), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN (
                                t.`j7__read` = 'whole'
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`j3__to_fill`), 0) > 0
                                )
                              )
                              THEN FALSE
                            END
                          )
                        )
                        AND (
                          t.`j3_initial_budget` IS NULL
                        )
                      )
                      AND (
                        t.`j3_adjusted_budget` IS NULL
                      ) AS v6,
                      (
                        NOT (
                          CASE
                            WHEN (
                              NOT (
                                t.`j2_initial_budget` IS NULL
                              )
                            )
                            AND (
                              NOT (
                                COALESCE(LOCATE(' initial_budget ', t.`j2__derived`), 0) > 0
                              )
                            )
                            THEN TRUE
                            WHEN COALESCE(LOCATE(' initial_budget ', t.`j2__none`), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(LOCATE(' initial_budget ', t.`j2__hidden`), 0) > 0
                            THEN CAST(NULL AS BOOLEAN)
                            WHEN (
                              t.`j9__read` = 'whole'
                            )
                            AND (
                              NOT (
                                COALESCE(LOCATE(' initial_budget ', t.`j2__to_fill`), 0) > 0
                              )
                            )
                            THEN FALSE
                          END
                        )
                      )
                      AND (
                        CASE
                          WHEN NOT (
                            t.`j2_parent` IS NULL
                          )
                          THEN TRUE
                          WHEN COALESCE(LOCATE(' parent ', t.`j2__none`), 0) > 0
                          THEN TRUE
                          WHEN COALESCE(LOCATE(' parent ', t.`j2__hidden`), 0) > 0
                          THEN FALSE
                          WHEN (
                            t.`j9__read` = 'whole'
                          )
                          AND (
                            NOT (
                              COALESCE(LOCATE(' parent ', t.`j2__to_fill`), 0) > 0
                            )
                          )
                          THEN FALSE
                        END
                        OR (
                          t.`j2_kind` = 'total'
                        )
                      ) AS v9,
                      (
                        (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  t.`j2_initial_budget` IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`j2__derived`), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`j2__none`), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`j2__hidden`), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN (
                                t.`j9__read` = 'whole'
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`j2__to_fill`), 0) > 0
                                )
                              )
                              THEN FALSE
                            END
                          )
                        )
                        AND (
                          t.`j2_initial_budget` IS NULL
                        )
                      )
                      AND (
                        t.`j2_adjusted_budget` IS NULL
                      ) AS v11,
                      CASE
                        WHEN NOT (
                          t.`s_parent` IS NULL
                        )
                        THEN TRUE
                        WHEN COALESCE(LOCATE(' parent ', t.`s__none`), 0) > 0
                        THEN TRUE
                        WHEN COALESCE(LOCATE(' parent ', t.`s__hidden`), 0) > 0
                        THEN FALSE
                        WHEN (
                          t.`j1__read` = 'whole'
                        )
                        AND (
                          NOT (
                            COALESCE(LOCATE(' parent ', t.`s__to_fill`), 0) > 0
                          )
                        )
                        THEN FALSE
                      END AS v14,
                      CASE
                        WHEN NOT (
                          t.`s_carry_in` IS NULL
                        )
                        THEN CASE
                          WHEN t.`s_carry_in` >= 0
                          THEN t.`s_carry_in`
                          WHEN NOT (
                            t.`s_carry_in` >= 0
                          )
                          THEN CAST(0 AS BIGINT)
                        END
                        ELSE CAST(0 AS BIGINT)
                      END AS v16,
                      CASE
                        WHEN NOT (
                          t.`s_adjusted_budget` IS NULL
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                        ELSE CASE
                          WHEN CASE WHEN TRUE THEN COALESCE(t.`a15_c1`, 0) END <= 0
                          THEN CASE WHEN TRUE THEN COALESCE(t.`a15_c1`, 0) END
                          WHEN NOT (
                            CASE WHEN TRUE THEN COALESCE(t.`a15_c1`, 0) END <= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                      END AS v19,
                      CASE
                        WHEN NOT (
                          t.`s_carry_in` IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              CAST(2 AS BIGINT) * t.`s_carry_in`
                            ) - t.`s_carry_in__step`
                          ) >= 0
                          THEN (
                            CAST(2 AS BIGINT) * t.`s_carry_in`
                          ) - t.`s_carry_in__step`
                          WHEN NOT (
                            (
                              (
                                CAST(2 AS BIGINT) * t.`s_carry_in`
                              ) - t.`s_carry_in__step`
                            ) >= 0
                          )
                          THEN CAST(0 AS BIGINT)
                        END
                        ELSE CAST(0 AS BIGINT)
                      END AS v22,
                      CASE
                        WHEN NOT (
                          t.`s_carry_in` IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              CAST(2 AS BIGINT) * t.`s_carry_in`
                            ) + t.`s_carry_in__step`
                          ) >= 0
                          THEN (
                            CAST(2 AS BIGINT) * t.`s_carry_in`
                          ) + t.`s_carry_in__step`
                          WHEN NOT (
                            (
                              (
                                CAST(2 AS BIGINT) * t.`s_carry_in`
                              ) + t.`s_carry_in__step`
                            ) >= 0
                          )
                          THEN CAST(0 AS BIGINT)
                        END
                        ELSE CAST(0 AS BIGINT)
                      END AS v23,
                      CASE
                        WHEN NOT (
                          t.`s_adjusted_budget` IS NULL
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                        ELSE CASE
                          WHEN CASE WHEN TRUE THEN COALESCE(t.`a15_c2`, 0) END <= 0
                          THEN CASE WHEN TRUE THEN COALESCE(t.`a15_c2`, 0) END
                          WHEN NOT (
                            CASE WHEN TRUE THEN COALESCE(t.`a15_c2`, 0) END <= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                      END AS v24,
                      CASE
                        WHEN NOT (
                          t.`s_adjusted_budget` IS NULL
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                        ELSE CASE
                          WHEN CASE WHEN TRUE THEN COALESCE(t.`a15_c3`, 0) END <= 0
                          THEN CASE WHEN TRUE THEN COALESCE(t.`a15_c3`, 0) END
                          WHEN NOT (
                            CASE WHEN TRUE THEN COALESCE(t.`a15_c3`, 0) END <= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                      END AS v25,
                      (
                        CASE
                          WHEN NOT (
                            t.`j2_approval__state` IS NULL
                          )
                          THEN TRUE
                          WHEN (
                            t.`j9__read` = 'whole'
                          )
                          AND (
                            NOT (
                              COALESCE(LOCATE(' approval ', t.`j2__to_fill`), 0) > 0
                            )
                          )
                          THEN FALSE
                        END IS NULL
                      )
                      AND (
                        NOT (
                          (
                            NOT (
                              CASE
                                WHEN NOT (
                                  t.`j2_carried_twice` IS NULL
                                )
                                THEN TRUE
                                WHEN COALESCE(LOCATE(' carried_twice ', t.`j2__none`), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(LOCATE(' carried_twice ', t.`j2__hidden`), 0) > 0
                                THEN FALSE
                                WHEN (
                                  t.`j9__read` = 'whole'
                                )
                                AND (
                                  NOT (
                                    COALESCE(LOCATE(' carried_twice ', t.`j2__to_fill`), 0) > 0
                                  )
                                )
                                THEN FALSE
                              END
                            )
                          ) IS NULL
                        )
                      ) AS v28,
                      CASE
                        WHEN NOT (
                          t.`j2_carry_in` IS NULL
                        )
                        THEN CASE
                          WHEN t.`j2_carry_in` >= 0
                          THEN t.`j2_carry_in`
                          WHEN NOT (
                            t.`j2_carry_in` >= 0
                          )
                          THEN CAST(0 AS BIGINT)
                        END
                        ELSE CAST(0 AS BIGINT)
                      END AS v29,
                      (
                        CASE
                          WHEN NOT (
                            t.`s_approval__state` IS NULL
                          )
                          THEN TRUE
                          WHEN (
                            t.`j1__read` = 'whole'
                          )
                          AND (
                            NOT (
                              COALESCE(LOCATE(' approval ', t.`s__to_fill`), 0) > 0
                            )
                          )
                          THEN FALSE
                        END IS NULL
                      )
                      AND (
                        NOT (
                          (
                            NOT (
                              CASE
                                WHEN NOT (
                                  t.`s_carried_twice` IS NULL
                                )
                                THEN TRUE
                                WHEN COALESCE(LOCATE(' carried_twice ', t.`s__none`), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(LOCATE(' carried_twice ', t.`s__hidden`), 0) > 0
                                THEN FALSE
                                WHEN (
                                  t.`j1__read` = 'whole'
                                )
                                AND (
                                  NOT (
                                    COALESCE(LOCATE(' carried_twice ', t.`s__to_fill`), 0) > 0
                                  )
                                )
                                THEN FALSE
                              END
                            )
                          ) IS NULL
                        )
                      ) AS v33,
                      (
                        CASE
                          WHEN NOT (
                            t.`j2__fact` IS NULL
                          )
                          THEN CASE
                            WHEN NOT (
                              t.`j2_approval__state` IS NULL
                            )
                            THEN TRUE
                            WHEN (
                              t.`j9__read` = 'whole'
                            )
                            AND (
                              NOT (
                                COALESCE(LOCATE(' approval ', t.`j2__to_fill`), 0) > 0
                              )
                            )
                            THEN FALSE
                          END
                        END IS NULL
                      )
                      AND (
                        NOT (
                          (
                            NOT (
                              CASE
                                WHEN NOT (
                                  t.`j2__fact` IS NULL
                                )
                                THEN CASE
                                  WHEN NOT (
                                    t.`j2_carried_twice` IS NULL
                                  )
                                  THEN TRUE
                                  WHEN COALESCE(LOCATE(' carried_twice ', t.`j2__none`), 0) > 0
                                  THEN FALSE
                                  WHEN COALESCE(LOCATE(' carried_twice ', t.`j2__hidden`), 0) > 0
                                  THEN FALSE
                                  WHEN (
                                    t.`j9__read` = 'whole'
                                  )
                                  AND (
                                    NOT (
                                      COALESCE(LOCATE(' carried_twice ', t.`j2__to_fill`), 0) > 0
                                    )
                                  )
                                  THEN FALSE
                                END
                              END
                            )
                          ) IS NULL
                        )
                      ) AS v43,
                      CASE
                        WHEN NOT (
                          t.`j2_carry_in` IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              CAST(2 AS BIGINT) * t.`j2_carry_in`
                            ) - CASE WHEN t.`j2_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`j2_carry_in__step` END
                          ) >= 0
                          THEN (
                            CAST(2 AS BIGINT) * t.`j2_carry_in`
                          ) - CASE WHEN t.`j2_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`j2_carry_in__step` END
                          WHEN NOT (
                            (
                              (
                                CAST(2 AS BIGINT) * t.`j2_carry_in`
                              ) - CASE WHEN t.`j2_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`j2_carry_in__step` END
                            ) >= 0
                          )
                          THEN CAST(0 AS BIGINT)
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(t.`a10_c10`, 0) END AS v44,
                      CASE
                        WHEN NOT (
                          t.`j2_carry_in` IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              CAST(2 AS BIGINT) * t.`j2_carry_in`
                            ) + CASE WHEN t.`j2_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`j2_carry_in__step` END
                          ) >= 0
                          THEN (
                            CAST(2 AS BIGINT) * t.`j2_carry_in`
                          ) + CASE WHEN t.`j2_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`j2_carry_in__step` END
                          WHEN NOT (
                            (
                              (
                                CAST(2 AS BIGINT) * t.`j2_carry_in`
                              ) + CASE WHEN t.`j2_carry_in` = 0 THEN CAST(0 AS BIGINT) ELSE t.`j2_carry_in__step` END
                            ) >= 0
                          )
                          THEN CAST(0 AS BIGINT)
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(t.`a10_c9`, 0) END AS v45,
                      (
                        (
                          (
                            (
                              NOT (
                                CASE
                                  WHEN NOT (
                                    t.`j2__fact` IS NULL
                                  )
                                  THEN CASE
                                    WHEN (
                                      NOT (
                                        t.`j2_initial_budget` IS NULL
                                      )
                                    )
                                    AND (
                                      NOT (
                                        COALESCE(LOCATE(' initial_budget ', t.`j2__derived`), 0) > 0
                                      )
                                    )
                                    THEN TRUE
                                    WHEN COALESCE(LOCATE(' initial_budget ', t.`j2__none`), 0) > 0
                                    THEN FALSE
                                    WHEN COALESCE(LOCATE(' initial_budget ', t.`j2__hidden`), 0) > 0
                                    THEN CAST(NULL AS BOOLEAN)
                                    WHEN (
                                      t.`j9__read` = 'whole'
                                    )
                                    AND (
                                      NOT (
                                        COALESCE(LOCATE(' initial_budget ', t.`j2__to_fill`), 0) > 0
                                      )
                                    )
                                    THEN FALSE
                                  END
                                END
                              )
                            )
                            AND (
                              t.`j2_initial_budget` IS NULL
                            )
                          )
                          AND (
                            t.`j2_adjusted_budget` IS NULL
                          )
                        )
                        AND (
                          NOT (
                            t.`j3_kind` IS NULL
                          )
                        )
                      )
                      AND (
                        (
                          t.`j2_kind` = 'item'
                        )
                        OR CASE
                          WHEN (
                            (
                              CAST(2 AS BIGINT) * CASE
                                WHEN (
                                  t.`j3_sub_line__state` = 'complete'
                                ) AND (
                                  COALESCE(t.`a8_c11`, 0) = 0
                                )
                                THEN COALESCE(t.`a8_c12`, 0)
                              END
                            ) + (
                              CAST(2 AS BIGINT) * CASE
                                WHEN (
                                  t.`j3_sub_line__state` = 'complete'
                                ) AND (
                                  COALESCE(t.`a8_c11`, 0) = 0
                                )
                                THEN COALESCE(t.`a8_c12`, 0)
                              END
                            )
                          ) = 4
                          THEN TRUE
                          WHEN (
                            (
                              CAST(2 AS BIGINT) * CASE
                                WHEN (
                                  t.`j3_sub_line__state` = 'complete'
                                ) AND (
                                  COALESCE(t.`a8_c11`, 0) = 0
                                )
                                THEN COALESCE(t.`a8_c12`, 0)
                              END
                            ) < 2
                          )
                          OR (
                            2 < (
                              CAST(2 AS BIGINT) * CASE
                                WHEN (
                                  t.`j3_sub_line__state` = 'complete'
                                ) AND (
                                  COALESCE(t.`a8_c11`, 0) = 0
                                )
                                THEN COALESCE(t.`a8_c12`, 0)
                              END
                            )
                          )
                          THEN FALSE
                        END
                      ) AS v50,
                      (
                        (
                          (
                            (
                              NOT (
                                CASE
                                  WHEN NOT (
                                    t.`j3__fact` IS NULL
                                  )
                                  THEN CASE
                                    WHEN (
                                      NOT (
                                        t.`j3_initial_budget` IS NULL
                                      )
                                    )
                                    AND (
                                      NOT (
                                        COALESCE(LOCATE(' initial_budget ', t.`j3__derived`), 0) > 0
                                      )
                                    )
                                    THEN TRUE
                                    WHEN COALESCE(LOCATE(' initial_budget ', t.`j3__none`), 0) > 0
                                    THEN FALSE
                                    WHEN COALESCE(LOCATE(' initial_budget ', t.`j3__hidden`), 0) > 0
                                    THEN CAST(NULL AS BOOLEAN)
                                    WHEN (
                                      t.`j7__read` = 'whole'
                                    )
                                    AND (
                                      NOT (
                                        COALESCE(LOCATE(' initial_budget ', t.`j3__to_fill`), 0) > 0
                                      )
                                    )
                                    THEN FALSE
                                  END
                                END
                              )
                            )
                            AND (
                              t.`j3_initial_budget` IS NULL
                            )
                          )
                          AND (
                            t.`j3_adjusted_budget` IS NULL
                          )
                        )
                        AND (
                          NOT (
                            t.`j4_kind` IS NULL
                          )
                        )
                      )
                      AND (
                        (
                          t.`j3_kind` = 'item'
                        )
                        OR CASE
                          WHEN (
                            (
                              CAST(2 AS BIGINT) * CASE
                                WHEN (
                                  t.`j4_sub_line__state` = 'complete'
                                ) AND (
                                  COALESCE(t.`a6_c11`, 0) = 0
                                )
                                THEN COALESCE(t.`a6_c12`, 0)
                              END
                            ) + (
                              CAST(2 AS BIGINT) * CASE
                                WHEN (
                                  t.`j4_sub_line__state` = 'complete'
                                ) AND (
                                  COALESCE(t.`a6_c11`, 0) = 0
                                )
                                THEN COALESCE(t.`a6_c12`, 0)
                              END
                            )
                          ) = 4
                          THEN TRUE
                          WHEN (
                            (
                              CAST(2 AS BIGINT) * CASE
                                WHEN (
                                  t.`j4_sub_line__state` = 'complete'
                                ) AND (
                                  COALESCE(t.`a6_c11`, 0) = 0
                                )
                                THEN COALESCE(t.`a6_c12`, 0)
                              END
                            ) < 2
                          )
                          OR (
                            2 < (
                              CAST(2 AS BIGINT) * CASE
                                WHEN (
                                  t.`j4_sub_line__state` = 'complete'
                                ) AND (
                                  COALESCE(t.`a6_c11`, 0) = 0
                                )
                                THEN COALESCE(t.`a6_c12`, 0)
                              END
                            )
                          )
                          THEN FALSE
                        END
                      ) AS v51,
                      (
                        NOT (
                          CASE
                            WHEN NOT (
                              t.`j4__fact` IS NULL
                            )
                            THEN CASE
                              WHEN (
                                NOT (
                                  t.`j4_initial_budget` IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`j4__derived`), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`j4__none`), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`j4__hidden`), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN (
                                t.`j5__read` = 'whole'
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`j4__to_fill`), 0) > 0
                                )
                              )
                              THEN FALSE
                            END
                          END
                        )
                      )
                      AND (
                        CASE
                          WHEN NOT (
                            t.`j4__fact` IS NULL
                          )
                          THEN CASE
                            WHEN NOT (
                              t.`j4_parent` IS NULL
                            )
                            THEN TRUE
                            WHEN COALESCE(LOCATE(' parent ', t.`j4__none`), 0) > 0
                            THEN TRUE
                            WHEN COALESCE(LOCATE(' parent ', t.`j4__hidden`), 0) > 0
                            THEN FALSE
                            WHEN (
                              t.`j5__read` = 'whole'
                            )
                            AND (
                              NOT (
                                COALESCE(LOCATE(' parent ', t.`j4__to_fill`), 0) > 0
                              )
                            )
                            THEN FALSE
                          END
                        END
                        OR (
                          t.`j4_kind` = 'total'
                        )
                      ) AS v52,
                      (
                        NOT (
                          CASE
                            WHEN NOT (
                              t.`j3__fact` IS NULL
                            )
                            THEN CASE
                              WHEN (
                                NOT (
                                  t.`j3_initial_budget` IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`j3__derived`), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`j3__none`), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`j3__hidden`), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN (
                                t.`j7__read` = 'whole'
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`j3__to_fill`), 0) > 0
                                )
                              )
                              THEN FALSE
                            END
                          END
                        )
                      )
                      AND (
                        CASE
                          WHEN NOT (
                            t.`j3__fact` IS NULL
                          )
                          THEN CASE
                            WHEN NOT (
                              t.`j3_parent` IS NULL
                            )
                            THEN TRUE
                            WHEN COALESCE(LOCATE(' parent ', t.`j3__none`), 0) > 0
                            THEN TRUE
                            WHEN COALESCE(LOCATE(' parent ', t.`j3__hidden`), 0) > 0
                            THEN FALSE
                            WHEN (
                              t.`j7__read` = 'whole'
                            )
                            AND (
                              NOT (
                                COALESCE(LOCATE(' parent ', t.`j3__to_fill`), 0) > 0
                              )
                            )
                            THEN FALSE
                          END
                        END
                        OR (
                          t.`j3_kind` = 'total'
                        )
                      ) AS v53,
                      (
                        NOT (
                          CASE
                            WHEN NOT (
                              t.`j2__fact` IS NULL
                            )
                            THEN CASE
                              WHEN (
                                NOT (
                                  t.`j2_initial_budget` IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`j2__derived`), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`j2__none`), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(LOCATE(' initial_budget ', t.`j2__hidden`), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN (
                                t.`j9__read` = 'whole'
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' initial_budget ', t.`j2__to_fill`), 0) > 0
                                )
                              )
                              THEN FALSE
                            END
                          END
                        )
                      )
                      AND (
                        CASE
                          WHEN NOT (
                            t.`j2__fact` IS NULL
                          )
                          THEN CASE
                            WHEN NOT (
                              t.`j2_parent` IS NULL
                            )
                            THEN TRUE
                            WHEN COALESCE(LOCATE(' parent ', t.`j2__none`), 0) > 0
                            THEN TRUE
                            WHEN COALESCE(LOCATE(' parent ', t.`j2__hidden`), 0) > 0
                            THEN FALSE
                            WHEN (
                              t.`j9__read` = 'whole'
                            )
                            AND (
                              NOT (
                                COALESCE(LOCATE(' parent ', t.`j2__to_fill`), 0) > 0
                              )
                            )
                            THEN FALSE
                          END
                        END
                        OR (
                          t.`j2_kind` = 'total'
                        )
                      ) AS v54,
                      CASE
                        WHEN (
                          CASE
                            WHEN (
                              t.`j1_budget_line__state` = 'complete'
                            )
                            AND (
                              COALESCE(t.`a11_c6`, 0) = 0
                            )
                            THEN COALESCE(t.`a11_c7`, 0)
                          END + CASE
                            WHEN (
                              t.`j1_budget_line__state` = 'complete'
                            )
                            AND (
                              COALESCE(t.`a11_c6`, 0) = 0
                            )
                            THEN COALESCE(t.`a11_c8`, 0)
                          END
                        ) = 0
                        THEN TRUE
                        WHEN (
                          CASE
                            WHEN (
                              t.`j1_budget_line__state` = 'complete'
                            )
                            AND (
                              COALESCE(t.`a11_c6`, 0) = 0
                            )
                            THEN COALESCE(t.`a11_c8`, 0)
                          END < 0
                        )
                        OR (
                          0 < CASE
                            WHEN (
                              t.`j1_budget_line__state` = 'complete'
                            )
                            AND (
                              COALESCE(t.`a11_c6`, 0) = 0
                            )
                            THEN COALESCE(t.`a11_c7`, 0)
                          END
                        )
                        THEN FALSE
                      END AS v57,
                      (
                        NOT (
                          t.`s_deviation_reason` IS NULL
                        )
                      )
                      AND (
                        CASE
                          WHEN NOT (
                            REGEXP_REPLACE(
                              REGEXP_REPLACE(
                                t.`s_deviation_reason`,
                                '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型',
                                ''
                              ),
                              '沉陷区治理规划|积水点改造规划|核酸自愿检测|污染防治攻坚|传染病医院|传染病报告|救护车保险|救护车年检|污染源普查|事件营销|产业聚集|人才聚集|停水电费|冰雪运动|口罩生产|急救培训|急救知识|扬尘管控|救助管理|汛期值班|灭火演练|疾病预防|病虫测报|聚集产业|重建政务|重建系统|重建网站|防控中心|意外险|救助站|案事件|洪山区|灭火器|责任险|保险|冰场|冰柜|冰箱|冷冻|急诊|急需|抢先|抢占|抢抓|抢答|旱厕|旱地|洪江|洪湖|着急|突出|突破|缺陷|裂变|险种|雪亮|风险',
                              ''
                            ) IS NULL
                          )
                          THEN REGEXP_REPLACE(
                            REGEXP_REPLACE(
                              t.`s_deviation_reason`,
                              '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型',
                              ''
                            ),
                            '沉陷区治理规划|积水点改造规划|核酸自愿检测|污染防治攻坚|传染病医院|传染病报告|救护车保险|救护车年检|污染源普查|事件营销|产业聚集|人才聚集|停水电费|冰雪运动|口罩生产|急救培训|急救知识|扬尘管控|救助管理|汛期值班|灭火演练|疾病预防|病虫测报|聚集产业|重建政务|重建系统|重建网站|防控中心|意外险|救助站|案事件|洪山区|灭火器|责任险|保险|冰场|冰柜|冰箱|冷冻|急诊|急需|抢先|抢占|抢抓|抢答|旱厕|旱地|洪江|洪湖|着急|突出|突破|缺陷|裂变|险种|雪亮|风险',
                            ''
                          ) RLIKE '不可抗力|不明原因|健康监测|健康观察|强降雨|无害化|防护服|上访|丢失|中断|中毒|事件|事故|传染|伤亡|伤人|低温|侧翻|倒伏|倒房|倒灌|倾倒|停水|决堤|凶杀|劝返|危及|危房|发烧|发热|受伤|受损|口罩|台风|命案|善后|大风|失火|失联|失踪|密接|寒潮|少雨|山体|山火|开裂|恐怖|意外|感染|扑杀|扑火|投毒|抛锚|损坏|排危|援沪|援鄂|搜寻|撤离|断水|断电|新冠|核酸|毒气|污染|沉没|沉船|泄漏|泄露|流感|海啸|消杀|渗漏|溢油|溺水|滞留|漫堤|火情|灭火|狂犬|疏散|疑似|疯狗|病例|病害|病死|病虫|着火|砸伤|确诊|积水|管控|管涌|维稳|缠访|聚集|脱轨|腹泻|舆情|落石|虫害|被困|裂缝|触电|讨薪|踩踏|遇难|重建|闭环|闹访|阳性|降水|隔离|雷击|静默|飓风|驰援|高温|冰|冻|坍|坠|垮|塌|急|抢|救|旱|暴|毁|汛|洪|涝|淹|溃|灾|爆|疫|突|袭|险|陷|雪|雹|震'
                        END
                        OR (
                          (
                            CAST(LENGTH(
                              REGEXP_REPLACE(
                                REGEXP_REPLACE(
                                  t.`s_deviation_reason`,
                                  '万元|亿元| |\\!|\\%|\\\'|\\(|\\)|\\,|\\-|\\.|\\/|0|1|2|3|4|5|6|7|8|9|\\:|\\;|\\?|\\[|\\]|\\~|·|–|—|‘|’|“|”|…|　|、|。|《|》|【|】|〔|〕|元|！|％|（|）|，|－|．|／|０|１|２|３|４|５|６|７|８|９|：|；|？|～',
                                  ''
                                ),
                                '业务发展需要|业务开展需要|工作实际需要|工作开展需要|未完成支付|专款专用|业务开展|业务需求|业务需要|其他原因|其它原因|具体情况|各种原因|合同约定|合理安排|基本一致|增加支出|增加费用|多种原因|如实列支|如实填报|安排使用|完成较好|实事求是|实报实销|实际发生|实际工作|实际情况|实际支出|实际需求|实际需要|客观原因|客观因素|客观情况|工作安排|工作开展|工作需求|工作需要|年初预算|年终结算|开展工作|开展情况|情况特殊|执行进度|按实列支|按实支付|按实结算|据实列支|据实发放|据实开支|据实报销|据实支付|据实核销|据实结算|支付较少|支出减少|支出增加|支出较大|支出较少|文件精神|有关规定|未使用完|未执行完|未支付完|标准执行|正在执行|正常开展|正常开支|正常支出|正常进行|特殊原因|特殊情况|相关规定|符合预算|结合实际|统筹安排|自评报告|节约原则|评价报告|详见报告|详见正文|详见说明|详见附件|详见附表|财务制度|财务要求|财务规定|费用增加|进展情况|预算偏差|预算存在|预算安排|预算差异|预算执行|预算支出|预算资金|不涉及|不适用|决算数|发生额|各方面|合理性|同预算|多方面|我中心|执行中|执行率|按计划|按预算|有偏差|未使用|未列支|未执行|未支付|未支出|未用完|本年度|照预算|自评表|超预算|过程中|预算数|预算有|一致|上文|上级|下文|不够|不足|专项|业务|严格|予以|产生|使用|依据|偏低|偏多|偏大|偏小|偏少|偏差|偏离|偏高|做到|全部|其他|其它|具体|减少|切实|列支|制度|前述|剩余|办法|单位|原因|参照|参见|变动|变化|合法|合理|合规|同上|后附|因素|增加|备注|多于|大于|如上|如下|存在|安排|完成|实际|导致|小于|少于|属于|属实|工作|差异|差额|年中|年底|年度|年末|序时|开支|当年|影响|必要|总结|情况|我委|我局|我校|我院|所致|所述|所需|执行|报告|按照|据实|支付|支出|文件|无误|暂无|有关|本年|本着|根据|正常|正文|正确|没有|由于|略有|相关|符合|精神|紧张|约定|经费|结余|结合|结算|绩效|自评|良好|节余|要求|规定|认真|详见|说明|调整|财务|费用|资金|超支|较多|较好|较少|过程|运转|进展|进行|造成|遵循|遵照|部分|金额|附件|附后|附表|需求|需要|项目|顺利|一|七|三|与|且|为|九|二|五|以|八|六|十|及|和|四|因|均|够|属|已|并|按|故|数|无|是|有|本|条|由|略|的|章|第|等|系|而|节|见|该|较|页',
                                ''
                              )
                            ) AS BIGINT) >= 2
                          )
                          AND (
                            NOT (
                              CASE
                                WHEN NOT (
                                  t.`s_deviation_reason` IS NULL
                                )
                                THEN t.`s_deviation_reason` RLIKE '乡村振兴|任务加重|历史遗留|学生人数|职业年金|补助标准|调整标准|业务量|人工费|任务量|保险费|信息化|公积金|原材料|工作量|手续费|数据库|服务器|检测费|燃料费|通讯费|鉴定费|项目库|上涨|上调|专家|临聘|仲裁|伙食|会议|会费|体检|保安|保洁|保费|修缮|党务|党建|养老|出国|出差|创建|利息|办公|劳务|勘察|医保|单价|印刷|变更|合同|咨询|团建|图书|培训|增加|增多|增设|外聘|奖励|奖金|学会|审计|宣传|家具|宽带|尾款|展会|展位|展览|工会|工期|工资|差旅|帮扶|平台|年检|广告|庆典|延期|延长|引资|录用|征地|律师|快递|慰问|房价|房租|扩大|扩建|扶贫|拆迁|招商|招录|招聘|捐赠|接待|推迟|提价|提前|提高|搬迁|教材|文印|新增|施工|晋升|晋级|更换|更新|检查|欠款|欠费|水价|水电|水费|油价|津贴|活动|派遣|测绘|涨价|物业|物价|用房|用车|电价|电话|电费|监理|督查|社保|福利|租赁|租车|租金|竞赛|竣工|系统|绩效|维保|维修|维护|绿化|编制|网站|网络|考察|考录|考核|考试|聘用|补发|补提|补缴|补贴|装修|装饰|规划|订阅|论坛|设备|设计|评估|评审|诉讼|课时|调标|调研|调资|质保|购买|购置|资料|跨年|软件|迁址|运维|追加|退休|邮寄|邮电|采购|顾问|食堂|驻村|验收|税|薪'
                              END
                              OR CASE
                                WHEN NOT (
                                  t.`s_deviation_reason` IS NULL
                                )
                                THEN t.`s_deviation_reason` RLIKE '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型'
                              END
                            )
                          )
                        )
                      ) AS v64,
                      CASE
                        WHEN NOT (
                          t.`s_is_emergency` IS NULL
                        )
                        THEN t.`s_is_emergency`
                        ELSE (
                          NOT (
                            t.`s_deviation_reason` IS NULL
                          )
                        )
                        AND CASE
                          WHEN NOT (
                            REGEXP_REPLACE(
                              t.`s_deviation_reason`,
                              '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型',
                              ''
                            ) IS NULL
                          )
                          THEN REGEXP_REPLACE(
                            t.`s_deviation_reason`,
                            '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型',
                            ''
                          ) RLIKE '手足口病暴发|传染病暴发|危化品泄漏|H1N1|H5N1|H5N6|H7N9|不可抗力|事故善后|事故处置|健康驿站|全员检测|冠状病毒|堤坝出险|堤防出险|大坝出险|密切接触|恐怖袭击|新型冠状|水库出险|污染事件|油品泄漏|泄漏事故|泄漏处置|流感暴发|流感爆发|煤气泄漏|燃气泄漏|瓦斯事故|疫病暴发|病毒暴发|病毒爆发|透水事故|隔离管控|隔离观察|隔离酒店|集中隔离|静默管理|食物中毒|口蹄疫|埃博拉|堰塞湖|大筛查|大雪封|强降雨|暴发疫|沙尘暴|泥石流|特大灾|登革热|禽流感|隔离点|风暴潮|龙卷风|余震|倒塌|倒房|内涝|冰冻|冰凌|冰灾|冰雹|冲垮|冲断|冲毁|决口|冻灾|冻雨|凌汛|凝冻|受灾|台风|地陷|地震|坍塌|垮塌|塌方|塌陷|失联|密接|寒潮|封控|山洪|山火|崩塌|巡堤|干旱|应急|扑杀|抗旱|抗洪|抗灾|抗疫|抗震|抢修|抢护|抢救|抢通|抢险|援沪|援鄂|搜救|救援|救灾|新冠|方舱|旱情|旱灾|暴雨|暴雪|查险|核酸|水毁|水灾|汛情|沉船|泄洪|洪水|洪涝|洪灾|流调|海啸|涉疫|淹没|溃口|溃坝|溃堤|滑坡|漫堤|火情|火灾|灾后|灾害|灾情|灾毁|灾民|爆炸|爆燃|爆管|爆裂|猪瘟|猴痘|甲流|疫区|疫情|疫点|矿难|突发|管涌|紧急|落石|虫灾|蝗灾|融雪|被淹|诺如|赈灾|遇险|遭灾|防疫|除冰|除险|险情|雨雪|雪灾|雷击|雷暴|雹灾|震后|震灾|霍乱|霜冻|非典|风灾|风雹|鼠疫'
                        END
                      END AS v67,
                      (
                        (
                          NOT (
                            t.`s_is_emergency` IS NULL
                          )
                        ) AND t.`s_is_emergency`
                      )
                      OR (
                        CASE
                          WHEN NOT (
                            t.`s_deviation_reason` IS NULL
                          )
                          THEN TRUE
                          WHEN COALESCE(LOCATE(' deviation_reason ', t.`s__none`), 0) > 0
                          THEN FALSE
                          WHEN COALESCE(LOCATE(' deviation_reason ', t.`s__hidden`), 0) > 0
                          THEN FALSE
                          WHEN (
                            t.`j1__read` = 'whole'
                          )
                          AND (
                            NOT (
                              COALESCE(LOCATE(' deviation_reason ', t.`s__to_fill`), 0) > 0
                            )
                          )
                          THEN FALSE
                        END
                        AND (
                          CAST(LENGTH(
                            REGEXP_REPLACE(
                              REGEXP_REPLACE(
                                t.`s_deviation_reason`,
                                '万元|亿元| |\\!|\\%|\\\'|\\(|\\)|\\,|\\-|\\.|\\/|0|1|2|3|4|5|6|7|8|9|\\:|\\;|\\?|\\[|\\]|\\~|·|–|—|‘|’|“|”|…|　|、|。|《|》|【|】|〔|〕|元|！|％|（|）|，|－|．|／|０|１|２|３|４|５|６|７|８|９|：|；|？|～',
                                ''
                              ),
                              '业务发展需要|业务开展需要|工作实际需要|工作开展需要|未完成支付|专款专用|业务开展|业务需求|业务需要|其他原因|其它原因|具体情况|各种原因|合同约定|合理安排|基本一致|增加支出|增加费用|多种原因|如实列支|如实填报|安排使用|完成较好|实事求是|实报实销|实际发生|实际工作|实际情况|实际支出|实际需求|实际需要|客观原因|客观因素|客观情况|工作安排|工作开展|工作需求|工作需要|年初预算|年终结算|开展工作|开展情况|情况特殊|执行进度|按实列支|按实支付|按实结算|据实列支|据实发放|据实开支|据实报销|据实支付|据实核销|据实结算|支付较少|支出减少|支出增加|支出较大|支出较少|文件精神|有关规定|未使用完|未执行完|未支付完|标准执行|正在执行|正常开展|正常开支|正常支出|正常进行|特殊原因|特殊情况|相关规定|符合预算|结合实际|统筹安排|自评报告|节约原则|评价报告|详见报告|详见正文|详见说明|详见附件|详见附表|财务制度|财务要求|财务规定|费用增加|进展情况|预算偏差|预算存在|预算安排|预算差异|预算执行|预算支出|预算资金|不涉及|不适用|决算数|发生额|各方面|合理性|同预算|多方面|我中心|执行中|执行率|按计划|按预算|有偏差|未使用|未列支|未执行|未支付|未支出|未用完|本年度|照预算|自评表|超预算|过程中|预算数|预算有|一致|上文|上级|下文|不够|不足|专项|业务|严格|予以|产生|使用|依据|偏低|偏多|偏大|偏小|偏少|偏差|偏离|偏高|做到|全部|其他|其它|具体|减少|切实|列支|制度|前述|剩余|办法|单位|原因|参照|参见|变动|变化|合法|合理|合规|同上|后附|因素|增加|备注|多于|大于|如上|如下|存在|安排|完成|实际|导致|小于|少于|属于|属实|工作|差异|差额|年中|年底|年度|年末|序时|开支|当年|影响|必要|总结|情况|我委|我局|我校|我院|所致|所述|所需|执行|报告|按照|据实|支付|支出|文件|无误|暂无|有关|本年|本着|根据|正常|正文|正确|没有|由于|略有|相关|符合|精神|紧张|约定|经费|结余|结合|结算|绩效|自评|良好|节余|要求|规定|认真|详见|说明|调整|财务|费用|资金|超支|较多|较好|较少|过程|运转|进展|进行|造成|遵循|遵照|部分|金额|附件|附后|附表|需求|需要|项目|顺利|一|七|三|与|且|为|九|二|五|以|八|六|十|及|和|四|因|均|够|属|已|并|按|故|数|无|是|有|本|条|由|略|的|章|第|等|系|而|节|见|该|较|页',
                              ''
                            )
                          ) AS BIGINT) >= 2
                        )
                      ) AS v73,
                      (
                        (
                          (
                            t.`s_kind` = 'total'
                          ) OR (
                            t.`s_kind` = 'project'
                          )
                        )
                        AND (
                          CASE WHEN t.`s_sub_line__state` = 'complete' THEN COALESCE(t.`a12_c15`, 0) END > 0
                        )
                      )
                      AND (
                        t.`s_actual` <= t.`s_initial_budget`
                      ) AS v85
                    FROM (
                      SELECT
                        a10.`c1` AS `a10_c1`,
                        a10.`c10` AS `a10_c10`,
                        a10.`c13` AS `a10_c13`,
                        a10.`c14` AS `a10_c14`,
                        a10.`c6` AS `a10_c6`,
                        a10.`c9` AS `a10_c9`,
                        a11.`c1` AS `a11_c1`,
                        a11.`c2` AS `a11_c2`,
                        a11.`c3` AS `a11_c3`,
                        a11.`c4` AS `a11_c4`,
                        a11.`c5` AS `a11_c5`,
                        a11.`c6` AS `a11_c6`,
                        a11.`c7` AS `a11_c7`,
                        a11.`c8` AS `a11_c8`,
                        a12.`c15` AS `a12_c15`,
                        a12.`c4` AS `a12_c4`,
                        a12.`c5` AS `a12_c5`,
                        a13.`c1` AS `a13_c1`,
                        a13.`c2` AS `a13_c2`,
                        a14.`c1` AS `a14_c1`,
                        a14.`c10` AS `a14_c10`,
                        a14.`c11` AS `a14_c11`,
                        a14.`c12` AS `a14_c12`,
                        a14.`c13` AS `a14_c13`,
                        a14.`c14` AS `a14_c14`,
                        a14.`c15` AS `a14_c15`,
                        a14.`c16` AS `a14_c16`,
                        a14.`c17` AS `a14_c17`,
                        a14.`c18` AS `a14_c18`,
                        a14.`c19` AS `a14_c19`,
                        a14.`c2` AS `a14_c2`,
                        a14.`c20` AS `a14_c20`,
                        a14.`c21` AS `a14_c21`,
                        a14.`c22` AS `a14_c22`,
                        a14.`c23` AS `a14_c23`,
                        a14.`c24` AS `a14_c24`,
                        a14.`c3` AS `a14_c3`,
                        a14.`c4` AS `a14_c4`,
                        a14.`c5` AS `a14_c5`,
                        a14.`c6` AS `a14_c6`,
                        a14.`c7` AS `a14_c7`,
                        a14.`c8` AS `a14_c8`,
                        a14.`c9` AS `a14_c9`,
                        a15.`c1` AS `a15_c1`,
                        a15.`c10` AS `a15_c10`,
                        a15.`c11` AS `a15_c11`,
                        a15.`c12` AS `a15_c12`,
                        a15.`c13` AS `a15_c13`,
                        a15.`c14` AS `a15_c14`,
                        a15.`c15` AS `a15_c15`,
                        a15.`c16` AS `a15_c16`,
                        a15.`c17` AS `a15_c17`,
                        a15.`c2` AS `a15_c2`,
                        a15.`c3` AS `a15_c3`,
                        a15.`c4` AS `a15_c4`,
                        a15.`c5` AS `a15_c5`,
                        a15.`c6` AS `a15_c6`,
                        a15.`c7` AS `a15_c7`,
                        a15.`c8` AS `a15_c8`,
                        a15.`c9` AS `a15_c9`,
                        a16.`c1` AS `a16_c1`,
                        a16.`c12` AS `a16_c12`,
                        a16.`c13` AS `a16_c13`,
                        a16.`c6` AS `a16_c6`,
                        a16.`c8` AS `a16_c8`,
                        a16.`c9` AS `a16_c9`,
                        a17.`c1` AS `a17_c1`,
                        a17.`c2` AS `a17_c2`,
                        a6.`c1` AS `a6_c1`,
                        a6.`c11` AS `a6_c11`,
                        a6.`c12` AS `a6_c12`,
                        a6.`c13` AS `a6_c13`,
                        a6.`c14` AS `a6_c14`,
                        a6.`c2` AS `a6_c2`,
                        a6.`c3` AS `a6_c3`,
                        a8.`c1` AS `a8_c1`,
                        a8.`c11` AS `a8_c11`,
                        a8.`c12` AS `a8_c12`,
                        a8.`c13` AS `a8_c13`,
                        a8.`c14` AS `a8_c14`,
                        a8.`c2` AS `a8_c2`,
                        a8.`c3` AS `a8_c3`,
                        j1.`_read` AS `j1__read`,
                        j1.`budget_line__state` AS `j1_budget_line__state`,
                        j2.`_derived` AS `j2__derived`,
                        j2.`_fact` AS `j2__fact`,
                        j2.`_hidden` AS `j2__hidden`,
                        j2.`_none` AS `j2__none`,
                        j2.`_to_fill` AS `j2__to_fill`,
                        j2.`adjusted_budget` AS `j2_adjusted_budget`,
                        j2.`adjusted_budget__step` AS `j2_adjusted_budget__step`,
                        j2.`approval__state` AS `j2_approval__state`,
                        j2.`carried_twice` AS `j2_carried_twice`,
                        j2.`carry_in` AS `j2_carry_in`,
                        j2.`carry_in__step` AS `j2_carry_in__step`,
                        j2.`initial_budget` AS `j2_initial_budget`,
                        j2.`initial_budget__step` AS `j2_initial_budget__step`,
                        j2.`kind` AS `j2_kind`,
                        j2.`parent` AS `j2_parent`,
                        j3.`_derived` AS `j3__derived`,
                        j3.`_fact` AS `j3__fact`,
                        j3.`_hidden` AS `j3__hidden`,
                        j3.`_none` AS `j3__none`,
                        j3.`_to_fill` AS `j3__to_fill`,
                        j3.`adjusted_budget` AS `j3_adjusted_budget`,
                        j3.`adjusted_budget__step` AS `j3_adjusted_budget__step`,
                        j3.`initial_budget` AS `j3_initial_budget`,
                        j3.`initial_budget__step` AS `j3_initial_budget__step`,
                        j3.`kind` AS `j3_kind`,
                        j3.`parent` AS `j3_parent`,
                        j3.`sub_line__state` AS `j3_sub_line__state`,
                        j4.`_derived` AS `j4__derived`,
                        j4.`_fact` AS `j4__fact`,
                        j4.`_hidden` AS `j4__hidden`,
                        j4.`_none` AS `j4__none`,
                        j4.`_to_fill` AS `j4__to_fill`,
                        j4.`adjusted_budget` AS `j4_adjusted_budget`,
                        j4.`adjusted_budget__step` AS `j4_adjusted_budget__step`,
                        j4.`initial_budget` AS `j4_initial_budget`,
                        j4.`initial_budget__step` AS `j4_initial_budget__step`,
                        j4.`kind` AS `j4_kind`,
                        j4.`parent` AS `j4_parent`,
                        j4.`sub_line__state` AS `j4_sub_line__state`,
                        j5.`_read` AS `j5__read`,
                        j7.`_read` AS `j7__read`,
                        j9.`_read` AS `j9__read`,
                        s.`_case` AS `s__case`,
                        s.`_derived` AS `s__derived`,
                        s.`_fact` AS `s__fact`,
                        s.`_hidden` AS `s__hidden`,
                        s.`_id` AS `s__id`,
                        s.`_none` AS `s__none`,
                        s.`_to_fill` AS `s__to_fill`,
                        s.`actual` AS `s_actual`,
                        s.`actual__step` AS `s_actual__step`,
                        s.`added_budget` AS `s_added_budget`,
                        s.`added_budget__step` AS `s_added_budget__step`,
                        s.`adjusted_budget` AS `s_adjusted_budget`,
                        s.`adjusted_budget__step` AS `s_adjusted_budget__step`,
                        s.`approval__state` AS `s_approval__state`,
                        s.`carried_twice` AS `s_carried_twice`,
                        s.`carry_in` AS `s_carry_in`,
                        s.`carry_in__step` AS `s_carry_in__step`,
                        s.`cost` AS `s_cost`,
                        s.`cost__step` AS `s_cost__step`,
                        s.`deviation_reason` AS `s_deviation_reason`,
                        s.`initial_budget` AS `s_initial_budget`,
                        s.`initial_budget__step` AS `s_initial_budget__step`,
                        s.`is_emergency` AS `s_is_emergency`,
                        s.`is_it` AS `s_is_it`,
                        s.`kind` AS `s_kind`,
                        s.`parent` AS `s_parent`,
                        s.`review__state` AS `s_review__state`,
                        s.`sub_line__state` AS `s_sub_line__state`
                      FROM `budget_line` AS s
                      LEFT JOIN `unit` AS j1
                        ON j1.`_case` = s.`_case`
                      LEFT JOIN `budget_line` AS j2
                        ON j2.`_fact` = s.`parent`
                      LEFT JOIN `budget_line` AS j3
                        ON j3.`_fact` = j2.`parent`
                      LEFT JOIN `budget_line` AS j4
                        ON j4.`_fact` = j3.`parent`
                      LEFT JOIN `unit` AS j5
                        ON j5.`_case` = j4.`_case`
                      LEFT JOIN `budget_line_1` AS a6
                        ON a6.`k1` = j4.`_fact`
                      LEFT JOIN `unit` AS j7
                        ON j7.`_case` = j3.`_case`
                      LEFT JOIN `budget_line_1` AS a8
                        ON a8.`k1` = j3.`_fact`
                      LEFT JOIN `unit` AS j9
                        ON j9.`_case` = j2.`_case`
                      LEFT JOIN `budget_line_1` AS a10
                        ON a10.`k1` = j2.`_fact`
                      LEFT JOIN `budget_line_2` AS a11
                        ON a11.`k1` = j1.`_case`
                      LEFT JOIN `budget_line_1` AS a12
                        ON a12.`k1` = s.`_fact`
                      LEFT JOIN `budget_line_3` AS a13
                        ON a13.`k1` = j1.`_case`
                      LEFT JOIN `budget_line_4` AS a14
                        ON a14.`k1` = s.`_fact`
                      LEFT JOIN `approval_5` AS a15
                        ON a15.`k1` = s.`_fact`
                      LEFT JOIN `approval_5` AS a16
                        ON a16.`k1` = j2.`_fact`
                      LEFT JOIN `review_8` AS a17
                        ON a17.`k1` = s.`_fact`
                    ) AS t
                  ) AS t
                ) AS t
              ) AS t
            ) AS t
          ) AS t
        ) AS t
      ) AS t
    ) AS t
  ) AS t
), `parts` AS (
  SELECT
    p.`_up` AS `_up`,
    CASE
      WHEN COUNT(CASE WHEN p.`addition-approved` = 'fail' THEN 1 END) = COUNT(CASE WHEN p.`addition-approved` = 'fail' THEN p.`addition-approved amount` END)
      THEN SUM(CASE WHEN p.`addition-approved` = 'fail' THEN p.`addition-approved amount` END)
    END AS `addition-approved amount`,
    CASE
      WHEN COUNT(CASE WHEN p.`it-project-second-review` = 'fail' THEN 1 END) = COUNT(
        CASE
          WHEN p.`it-project-second-review` = 'fail'
          THEN p.`it-project-second-review amount`
        END
      )
      THEN SUM(
        CASE
          WHEN p.`it-project-second-review` = 'fail'
          THEN p.`it-project-second-review amount`
        END
      )
    END AS `it-project-second-review amount`,
    CASE
      WHEN COUNT(CASE WHEN p.`overrun-hidden-in-total` = 'fail' THEN 1 END) = COUNT(
        CASE
          WHEN p.`overrun-hidden-in-total` = 'fail'
          THEN p.`overrun-hidden-in-total amount`
        END
      )
      THEN SUM(
        CASE
          WHEN p.`overrun-hidden-in-total` = 'fail'
          THEN p.`overrun-hidden-in-total amount`
        END
      )
    END AS `overrun-hidden-in-total amount`
  FROM `judged` AS p
  WHERE
    NOT (
      p.`_up` IS NULL
    )
  GROUP BY
    p.`_up`
)
SELECT
  s.`_case` AS `_case`,
  s.`_fact` AS `_fact`,
  s.`_id` AS `_id`,
  s.`addition-approved` AS `addition-approved`,
  CASE
    WHEN (
      (
        s.`addition-approved` = 'fail'
      ) AND (
        s.`_parts` = 'complete'
      )
    )
    AND (
      p.`addition-approved amount` = s.`addition-approved amount`
    )
    THEN CAST(0 AS DECIMAL(38, 0))
    ELSE s.`addition-approved amount`
  END AS `addition-approved amount`,
  s.`addition-approved severity` AS `addition-approved severity`,
  s.`addition-approved nature` AS `addition-approved nature`,
  s.`deviation-explained` AS `deviation-explained`,
  s.`deviation-explained amount` AS `deviation-explained amount`,
  s.`deviation-explained severity` AS `deviation-explained severity`,
  s.`it-project-second-review` AS `it-project-second-review`,
  CASE
    WHEN (
      (
        s.`it-project-second-review` = 'fail'
      ) AND (
        s.`_parts` = 'complete'
      )
    )
    AND (
      p.`it-project-second-review amount` = s.`it-project-second-review amount`
    )
    THEN CAST(0 AS DECIMAL(38, 0))
    ELSE s.`it-project-second-review amount`
  END AS `it-project-second-review amount`,
  s.`it-project-second-review severity` AS `it-project-second-review severity`,
  s.`overrun-hidden-in-total` AS `overrun-hidden-in-total`,
  CASE
    WHEN (
      (
        s.`overrun-hidden-in-total` = 'fail'
      ) AND (
        s.`_parts` = 'complete'
      )
    )
    AND (
      p.`overrun-hidden-in-total amount` = s.`overrun-hidden-in-total amount`
    )
    THEN CAST(0 AS DECIMAL(38, 0))
    ELSE s.`overrun-hidden-in-total amount`
  END AS `overrun-hidden-in-total amount`,
  s.`overrun-hidden-in-total severity` AS `overrun-hidden-in-total severity`
FROM `judged` AS s
LEFT JOIN `parts` AS p
  ON p.`_up` = s.`_fact`;

-- contract 
WITH `budget_line_1` AS (
  SELECT
    c.`_case` AS k1,
    SUM(
      CAST(CASE
        WHEN c.`is_emergency`
        THEN CAST(1 AS BIGINT)
        WHEN NOT (
          c.`is_emergency`
        )
        THEN CAST(0 AS BIGINT)
      END AS DECIMAL(38, 0))
    ) AS c1
  FROM `budget_line` AS c
  WHERE
    NOT (
      c.`_case` IS NULL
    )
  GROUP BY
    c.`_case`
)
SELECT
  t.`s__case` AS `_case`,
  t.`s__fact` AS `_fact`,
  t.`s__id` AS `_id`,
  CAST(CASE
    WHEN NOT (
      CASE
        WHEN CASE
          WHEN NOT (
            t.`s_start_date` IS NULL
          )
          THEN t.`s_start_date`
          ELSE t.`s_sign_date`
        END IS NULL
        THEN TRUE
        WHEN CASE
          WHEN NOT (
            t.`s_start_date` IS NULL
          )
          THEN t.`s_start_date`
          ELSE t.`s_sign_date`
        END < CAST('2003-01-01' AS DATE)
        THEN FALSE
        WHEN NOT (
          CASE
            WHEN NOT (
              t.`s_start_date` IS NULL
            )
            THEN t.`s_start_date`
            ELSE t.`s_sign_date`
          END IS NULL
        )
        THEN TRUE
      END
    )
    THEN 'not_applicable'
    WHEN NOT (
      t.`v1`
    )
    THEN 'not_applicable'
    WHEN t.`v3`
    THEN 'not_applicable'
    WHEN t.`s_method` = 'open_tender'
    THEN 'pass'
    WHEN (
      (
        (
          CASE
            WHEN CASE
              WHEN NOT (
                t.`s_start_date` IS NULL
              )
              THEN t.`s_start_date`
              ELSE t.`s_sign_date`
            END IS NULL
            THEN TRUE
            WHEN CASE
              WHEN NOT (
                t.`s_start_date` IS NULL
              )
              THEN t.`s_start_date`
              ELSE t.`s_sign_date`
            END < CAST('2003-01-01' AS DATE)
            THEN FALSE
            WHEN NOT (
              CASE
                WHEN NOT (
                  t.`s_start_date` IS NULL
                )
                THEN t.`s_start_date`
                ELSE t.`s_sign_date`
              END IS NULL
            )
            THEN TRUE
          END IS NULL
        )
        OR (
          t.`v1` IS NULL
        )
      )
      OR (
        t.`v3` IS NULL
      )
    )
    OR (
      (
        t.`s_method` = 'open_tender'
      ) IS NULL
    )
    THEN 'undetermined'
    WHEN (
      (
        NOT (
          t.`s_method` = 'open_tender'
        )
      )
      AND (
        (
          (
            t.`s_category` = 'goods'
          ) OR (
            t.`s_category` = 'services'
          )
        )
        AND (
          CASE
            WHEN t.`v4` <= (
              (
                CAST(2 AS BIGINT) * t.`s_budget`
              ) - CASE WHEN t.`s_budget` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_budget__step` END
            )
            THEN TRUE
            WHEN t.`v4` > (
              (
                CAST(2 AS BIGINT) * t.`s_budget`
              ) + CASE WHEN t.`s_budget` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_budget__step` END
            )
            THEN FALSE
          END
          OR (
            CASE
              WHEN t.`v4` <= (
                (
                  CAST(2 AS BIGINT) * t.`s_amount`
                ) - CASE WHEN t.`s_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_amount__step` END
              )
              THEN TRUE
              WHEN t.`v4` > (
                (
                  CAST(2 AS BIGINT) * t.`s_amount`
                ) + CASE WHEN t.`s_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`s_amount__step` END
              )
              THEN FALSE
            END
            AND (
              t.`s_budget` IS NULL
            )
          )
        )
      )
    )
    AND (
      NOT (
        (
          (
            CASE
              WHEN NOT (
                t.`s_method_approval` IS NULL
              )
              THEN TRUE
              WHEN COALESCE(LOCATE(' method_approval ', t.`s__none`), 0) > 0
              THEN FALSE
              WHEN COALESCE(LOCATE(' method_approval ', t.`s__hidden`), 0) > 0
              THEN FALSE
              WHEN (
                t.`j1__read` = 'whole'
              )
              AND (
                NOT (
                  COALESCE(LOCATE(' method_approval ', t.`s__to_fill`), 0) > 0
                )
              )
              THEN FALSE
            END
            AND (
              t.`s_method_approval_date` <= t.`s_start_date`
            )
          )
          OR (
            (
              t.`s_method` = 'framework'
            )
            AND (
              CASE
                WHEN NOT (
                  t.`s_start_date` IS NULL
                )
                THEN t.`s_start_date`
                ELSE t.`s_sign_date`
              END >= CAST('2022-03-01' AS DATE)
            )
          )
        )
        OR (
          (
            (
              (
                NOT (
                  t.`s_exempt` IS NULL
                )
              ) AND t.`s_exempt`
            )
            OR (
              (
                NOT (
                  t.`j2_is_emergency` IS NULL
                )
              ) AND t.`j2_is_emergency`
            )
          )
          OR (
            (
              (
                CASE WHEN TRUE THEN COALESCE(t.`a3_c1`, 0) END > 0
              )
              AND (
                NOT (
                  CASE
                    WHEN NOT (
                      t.`s_line` IS NULL
                    )
                    THEN TRUE
                    WHEN COALESCE(LOCATE(' line ', t.`s__none`), 0) > 0
                    THEN TRUE
                    WHEN COALESCE(LOCATE(' line ', t.`s__hidden`), 0) > 0
                    THEN FALSE
                    WHEN (
                      t.`j1__read` = 'whole'
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' line ', t.`s__to_fill`), 0) > 0
                      )
                    )
                    THEN FALSE
                  END
                )
              )
            )
            AND CASE WHEN NOT (
              t.`j2_kind` IS NULL
            ) THEN TRUE END
          )
        )
      )
    )
    THEN 'fail'
    ELSE 'undetermined'
  END AS STRING) AS `open-tender-threshold`,
  CAST(CASE WHEN NOT (
    t.`s_amount` IS NULL
  ) THEN t.`s_amount` ELSE t.`s_budget` END AS DECIMAL(38, 0)) AS `open-tender-threshold amount`,
  CAST(COALESCE(CASE WHEN t.`v6` THEN 'medium' WHEN NOT (
    t.`v6`
  ) THEN 'high' END, 'high') AS STRING) AS `open-tender-threshold severity`,
  CAST(COALESCE(CASE WHEN t.`v7` THEN 'breach' WHEN NOT (
    t.`v7`
  ) THEN 'query' END, 'query') AS STRING) AS `open-tender-threshold nature`
FROM (
  SELECT
    t.*,
    (
      (
        (
          NOT (
            CASE
              WHEN NOT (
                t.`s_method_approval` IS NULL
              )
              THEN TRUE
              WHEN COALESCE(LOCATE(' method_approval ', t.`s__none`), 0) > 0
              THEN FALSE
              WHEN COALESCE(LOCATE(' method_approval ', t.`s__hidden`), 0) > 0
              THEN FALSE
              WHEN (
                t.`j1__read` = 'whole'
              )
              AND (
                NOT (
                  COALESCE(LOCATE(' method_approval ', t.`s__to_fill`), 0) > 0
                )
              )
              THEN FALSE
            END
          )
        )
        AND CASE
          WHEN NOT (
            t.`s_method_approval` IS NULL
          )
          THEN TRUE
          WHEN COALESCE(LOCATE(' method_approval ', t.`s__none`), 0) > 0
          THEN TRUE
          WHEN COALESCE(LOCATE(' method_approval ', t.`s__hidden`), 0) > 0
          THEN FALSE
          WHEN (
            t.`j1__read` = 'whole'
          )
          AND (
            NOT (
              COALESCE(LOCATE(' method_approval ', t.`s__to_fill`), 0) > 0
            )
          )
          THEN FALSE
        END
      )
      OR (
        t.`s_method_approval_date` > t.`s_start_date`
      )
    )
    AND (
      NOT (
        t.`v6`
      )
    ) AS v7
  FROM (
    SELECT
      t.*,
      (
        (
          CASE
            WHEN NOT (
              t.`s_method_approval` IS NULL
            )
            THEN TRUE
            WHEN COALESCE(LOCATE(' method_approval ', t.`s__none`), 0) > 0
            THEN FALSE
            WHEN COALESCE(LOCATE(' method_approval ', t.`s__hidden`), 0) > 0
            THEN FALSE
            WHEN (
              t.`j1__read` = 'whole'
            )
            AND (
              NOT (
                COALESCE(LOCATE(' method_approval ', t.`s__to_fill`), 0) > 0
              )
            )
            THEN FALSE
          END
          AND (
            t.`s_method_approval_date` <= t.`s_start_date`
          )
        )
        OR (
          (
            t.`s_method` = 'framework'
          )
          AND (
            CASE
              WHEN NOT (
                t.`s_start_date` IS NULL
              )
              THEN t.`s_start_date`
              ELSE t.`s_sign_date`
            END >= CAST('2022-03-01' AS DATE)
          )
        )
      )
      OR t.`v2` AS v3,
      (
        t.`s_exempt` IS NULL
      )
      AND (
        CASE
          WHEN NOT (
            TRANSLATE(
              REGEXP_REPLACE(
                REGEXP_REPLACE(
                  t.`s_subject_matter`,
                  '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型',
                  ''
                ),
                '沉陷区治理规划|积水点改造规划|核酸自愿检测|污染防治攻坚|传染病医院|传染病报告|救护车保险|救护车年检|污染源普查|事件营销|产业聚集|人才聚集|停水电费|冰雪运动|口罩生产|急救培训|急救知识|扬尘管控|救助管理|汛期值班|灭火演练|疾病预防|病虫测报|聚集产业|重建政务|重建系统|重建网站|防控中心|意外险|救助站|案事件|洪山区|灭火器|责任险|保险|冰场|冰柜|冰箱|冷冻|急诊|急需|抢先|抢占|抢抓|抢答|旱厕|旱地|洪江|洪湖|着急|突出|突破|缺陷|裂变|险种|雪亮|风险',
                ''
              ),
              'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]‐‑‒–—―•‧−∙⋅【】〔〕〖〗・﹙﹚﹝﹞﹣！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～･\t\n\013\014\r              ​‌‍    ⁠　﻿',
              'abcdefghijklmnopqrstuvwxyz()------··-··()()()·()()-!"#$%&\'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz(\\)^_`abcdefghijklmnopqrstuvwxyz{|}~·'
            ) IS NULL
          )
          THEN TRANSLATE(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                t.`s_subject_matter`,
                '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型',
                ''
              ),
              '沉陷区治理规划|积水点改造规划|核酸自愿检测|污染防治攻坚|传染病医院|传染病报告|救护车保险|救护车年检|污染源普查|事件营销|产业聚集|人才聚集|停水电费|冰雪运动|口罩生产|急救培训|急救知识|扬尘管控|救助管理|汛期值班|灭火演练|疾病预防|病虫测报|聚集产业|重建政务|重建系统|重建网站|防控中心|意外险|救助站|案事件|洪山区|灭火器|责任险|保险|冰场|冰柜|冰箱|冷冻|急诊|急需|抢先|抢占|抢抓|抢答|旱厕|旱地|洪江|洪湖|着急|突出|突破|缺陷|裂变|险种|雪亮|风险',
              ''
            ),
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]‐‑‒–—―•‧−∙⋅【】〔〕〖〗・﹙﹚﹝﹞﹣！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～･\t\n\013\014\r              ​‌‍    ⁠　﻿',
            'abcdefghijklmnopqrstuvwxyz()------··-··()()()·()()-!"#$%&\'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz(\\)^_`abcdefghijklmnopqrstuvwxyz{|}~·'
          ) RLIKE '不可抗力|不明原因|健康监测|健康观察|强降雨|无害化|防护服|上访|丢失|中断|中毒|事件|事故|传染|伤亡|伤人|低温|侧翻|倒伏|倒房|倒灌|倾倒|停水|决堤|凶杀|劝返|危及|危房|发烧|发热|受伤|受损|口罩|台风|命案|善后|大风|失火|失联|失踪|密接|寒潮|少雨|山体|山火|开裂|恐怖|意外|感染|扑杀|扑火|投毒|抛锚|损坏|排危|援沪|援鄂|搜寻|撤离|断水|断电|新冠|核酸|毒气|污染|沉没|沉船|泄漏|泄露|流感|海啸|消杀|渗漏|溢油|溺水|滞留|漫堤|火情|灭火|狂犬|疏散|疑似|疯狗|病例|病害|病死|病虫|着火|砸伤|确诊|积水|管控|管涌|维稳|缠访|聚集|脱轨|腹泻|舆情|落石|虫害|被困|裂缝|触电|讨薪|踩踏|遇难|重建|闭环|闹访|阳性|降水|隔离|雷击|静默|飓风|驰援|高温|冰|冻|坍|坠|垮|塌|急|抢|救|旱|暴|毁|汛|洪|涝|淹|溃|灾|爆|疫|突|袭|险|陷|雪|雹|震'
        END
        OR (
          (
            NOT (
              t.`v5` IS NULL
            )
          ) AND t.`v5`
        )
      ) AS v6
    FROM (
      SELECT
        t.*,
        (
          (
            t.`s_category` = 'goods'
          ) OR (
            t.`s_category` = 'services'
          )
        )
        AND (
          (
            t.`s_budget` >= CASE
              WHEN CASE
                WHEN NOT (
                  t.`s_start_date` IS NULL
                )
                THEN t.`s_start_date`
                ELSE t.`s_sign_date`
              END IS NULL
              THEN CAST(NULL AS BIGINT)
              WHEN CASE
                WHEN NOT (
                  t.`s_start_date` IS NULL
                )
                THEN t.`s_start_date`
                ELSE t.`s_sign_date`
              END < CAST('2020-01-01' AS DATE)
              THEN CAST(NULL AS BIGINT)
              WHEN CASE
                WHEN NOT (
                  t.`s_start_date` IS NULL
                )
                THEN t.`s_start_date`
                ELSE t.`s_sign_date`
              END < CAST('2021-01-01' AS DATE)
              THEN CAST(NULL AS BIGINT)
              WHEN CASE
                WHEN NOT (
                  t.`s_start_date` IS NULL
                )
                THEN t.`s_start_date`
                ELSE t.`s_sign_date`
              END < CAST('2022-01-01' AS DATE)
              THEN CAST(200000000 AS BIGINT)
              WHEN CASE
                WHEN NOT (
                  t.`s_start_date` IS NULL
                )
                THEN t.`s_start_date`
                ELSE t.`s_sign_date`
              END < CAST('2025-09-01' AS DATE)
              THEN CAST(NULL AS BIGINT)
              WHEN CASE
                WHEN NOT (
                  t.`s_start_date` IS NULL
                )
                THEN t.`s_start_date`
                ELSE t.`s_sign_date`
              END < CAST('2026-01-01' AS DATE)
              THEN CAST(200000000 AS BIGINT)
              WHEN NOT (
                CASE
                  WHEN NOT (
                    t.`s_start_date` IS NULL
                  )
                  THEN t.`s_start_date`
                  ELSE t.`s_sign_date`
                END IS NULL
              )
              THEN CAST(NULL AS BIGINT)
            END
          )
          OR (
            (
              t.`s_amount` >= CASE
                WHEN CASE
                  WHEN NOT (
                    t.`s_start_date` IS NULL
                  )
                  THEN t.`s_start_date`
                  ELSE t.`s_sign_date`
                END IS NULL
                THEN CAST(NULL AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    t.`s_start_date` IS NULL
                  )
                  THEN t.`s_start_date`
                  ELSE t.`s_sign_date`
                END < CAST('2020-01-01' AS DATE)
                THEN CAST(NULL AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    t.`s_start_date` IS NULL
                  )
                  THEN t.`s_start_date`
                  ELSE t.`s_sign_date`
                END < CAST('2021-01-01' AS DATE)
                THEN CAST(NULL AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    t.`s_start_date` IS NULL
                  )
                  THEN t.`s_start_date`
                  ELSE t.`s_sign_date`
                END < CAST('2022-01-01' AS DATE)
                THEN CAST(200000000 AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    t.`s_start_date` IS NULL
                  )
                  THEN t.`s_start_date`
                  ELSE t.`s_sign_date`
                END < CAST('2025-09-01' AS DATE)
                THEN CAST(NULL AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    t.`s_start_date` IS NULL
                  )
                  THEN t.`s_start_date`
                  ELSE t.`s_sign_date`
                END < CAST('2026-01-01' AS DATE)
                THEN CAST(200000000 AS BIGINT)
                WHEN NOT (
                  CASE
                    WHEN NOT (
                      t.`s_start_date` IS NULL
                    )
                    THEN t.`s_start_date`
                    ELSE t.`s_sign_date`
                  END IS NULL
                )
                THEN CAST(NULL AS BIGINT)
              END
            )
            AND (
              t.`s_budget` IS NULL
            )
          )
        ) AS v1,
        (
          (
            (
              NOT (
                t.`s_exempt` IS NULL
              )
            ) AND t.`s_exempt`
          )
          OR (
            (
              NOT (
                t.`j2_is_emergency` IS NULL
              )
            ) AND t.`j2_is_emergency`
          )
        )
        OR (
          (
            (
              CASE WHEN TRUE THEN COALESCE(t.`a3_c1`, 0) END > 0
            )
            AND (
              NOT (
                CASE
                  WHEN NOT (
                    t.`s_line` IS NULL
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' line ', t.`s__none`), 0) > 0
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' line ', t.`s__hidden`), 0) > 0
                  THEN FALSE
                  WHEN (
                    t.`j1__read` = 'whole'
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' line ', t.`s__to_fill`), 0) > 0
                    )
                  )
                  THEN FALSE
                END
              )
            )
          )
          AND CASE WHEN NOT (
            t.`j2_kind` IS NULL
          ) THEN TRUE END
        ) AS v2,
        CAST(2 AS BIGINT) * CASE
          WHEN CASE
            WHEN NOT (
              t.`s_start_date` IS NULL
            )
            THEN t.`s_start_date`
            ELSE t.`s_sign_date`
          END IS NULL
          THEN CAST(NULL AS BIGINT)
          WHEN CASE
            WHEN NOT (
              t.`s_start_date` IS NULL
            )
            THEN t.`s_start_date`
            ELSE t.`s_sign_date`
          END < CAST('2020-01-01' AS DATE)
          THEN CAST(NULL AS BIGINT)
          WHEN CASE
            WHEN NOT (
              t.`s_start_date` IS NULL
            )
            THEN t.`s_start_date`
            ELSE t.`s_sign_date`
          END < CAST('2021-01-01' AS DATE)
          THEN CAST(NULL AS BIGINT)
          WHEN CASE
            WHEN NOT (
              t.`s_start_date` IS NULL
            )
            THEN t.`s_start_date`
            ELSE t.`s_sign_date`
          END < CAST('2022-01-01' AS DATE)
          THEN CAST(200000000 AS BIGINT)
          WHEN CASE
            WHEN NOT (
              t.`s_start_date` IS NULL
            )
            THEN t.`s_start_date`
            ELSE t.`s_sign_date`
          END < CAST('2025-09-01' AS DATE)
          THEN CAST(NULL AS BIGINT)
          WHEN CASE
            WHEN NOT (
              t.`s_start_date` IS NULL
            )
            THEN t.`s_start_date`
            ELSE t.`s_sign_date`
          END < CAST('2026-01-01' AS DATE)
          THEN CAST(200000000 AS BIGINT)
          WHEN NOT (
            CASE
              WHEN NOT (
                t.`s_start_date` IS NULL
              )
              THEN t.`s_start_date`
              ELSE t.`s_sign_date`
            END IS NULL
          )
          THEN CAST(NULL AS BIGINT)
        END AS v4,
        (
          NOT (
            t.`j2_deviation_reason` IS NULL
          )
        )
        AND (
          CASE
            WHEN NOT (
              REGEXP_REPLACE(
                REGEXP_REPLACE(
                  t.`j2_deviation_reason`,
                  '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型',
                  ''
                ),
                '沉陷区治理规划|积水点改造规划|核酸自愿检测|污染防治攻坚|传染病医院|传染病报告|救护车保险|救护车年检|污染源普查|事件营销|产业聚集|人才聚集|停水电费|冰雪运动|口罩生产|急救培训|急救知识|扬尘管控|救助管理|汛期值班|灭火演练|疾病预防|病虫测报|聚集产业|重建政务|重建系统|重建网站|防控中心|意外险|救助站|案事件|洪山区|灭火器|责任险|保险|冰场|冰柜|冰箱|冷冻|急诊|急需|抢先|抢占|抢抓|抢答|旱厕|旱地|洪江|洪湖|着急|突出|突破|缺陷|裂变|险种|雪亮|风险',
                ''
              ) IS NULL
            )
            THEN REGEXP_REPLACE(
              REGEXP_REPLACE(
                t.`j2_deviation_reason`,
                '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型',
                ''
              ),
              '沉陷区治理规划|积水点改造规划|核酸自愿检测|污染防治攻坚|传染病医院|传染病报告|救护车保险|救护车年检|污染源普查|事件营销|产业聚集|人才聚集|停水电费|冰雪运动|口罩生产|急救培训|急救知识|扬尘管控|救助管理|汛期值班|灭火演练|疾病预防|病虫测报|聚集产业|重建政务|重建系统|重建网站|防控中心|意外险|救助站|案事件|洪山区|灭火器|责任险|保险|冰场|冰柜|冰箱|冷冻|急诊|急需|抢先|抢占|抢抓|抢答|旱厕|旱地|洪江|洪湖|着急|突出|突破|缺陷|裂变|险种|雪亮|风险',
              ''
            ) RLIKE '不可抗力|不明原因|健康监测|健康观察|强降雨|无害化|防护服|上访|丢失|中断|中毒|事件|事故|传染|伤亡|伤人|低温|侧翻|倒伏|倒房|倒灌|倾倒|停水|决堤|凶杀|劝返|危及|危房|发烧|发热|受伤|受损|口罩|台风|命案|善后|大风|失火|失联|失踪|密接|寒潮|少雨|山体|山火|开裂|恐怖|意外|感染|扑杀|扑火|投毒|抛锚|损坏|排危|援沪|援鄂|搜寻|撤离|断水|断电|新冠|核酸|毒气|污染|沉没|沉船|泄漏|泄露|流感|海啸|消杀|渗漏|溢油|溺水|滞留|漫堤|火情|灭火|狂犬|疏散|疑似|疯狗|病例|病害|病死|病虫|着火|砸伤|确诊|积水|管控|管涌|维稳|缠访|聚集|脱轨|腹泻|舆情|落石|虫害|被困|裂缝|触电|讨薪|踩踏|遇难|重建|闭环|闹访|阳性|降水|隔离|雷击|静默|飓风|驰援|高温|冰|冻|坍|坠|垮|塌|急|抢|救|旱|暴|毁|汛|洪|涝|淹|溃|灾|爆|疫|突|袭|险|陷|雪|雹|震'
          END
          OR (
            (
              CAST(LENGTH(
                REGEXP_REPLACE(
                  REGEXP_REPLACE(
                    t.`j2_deviation_reason`,
                    '万元|亿元| |\\!|\\%|\\\'|\\(|\\)|\\,|\\-|\\.|\\/|0|1|2|3|4|5|6|7|8|9|\\:|\\;|\\?|\\[|\\]|\\~|·|–|—|‘|’|“|”|…|　|、|。|《|》|【|】|〔|〕|元|！|％|（|）|，|－|．|／|０|１|２|３|４|５|６|７|８|９|：|；|？|～',
                    ''
                  ),
                  '业务发展需要|业务开展需要|工作实际需要|工作开展需要|未完成支付|专款专用|业务开展|业务需求|业务需要|其他原因|其它原因|具体情况|各种原因|合同约定|合理安排|基本一致|增加支出|增加费用|多种原因|如实列支|如实填报|安排使用|完成较好|实事求是|实报实销|实际发生|实际工作|实际情况|实际支出|实际需求|实际需要|客观原因|客观因素|客观情况|工作安排|工作开展|工作需求|工作需要|年初预算|年终结算|开展工作|开展情况|情况特殊|执行进度|按实列支|按实支付|按实结算|据实列支|据实发放|据实开支|据实报销|据实支付|据实核销|据实结算|支付较少|支出减少|支出增加|支出较大|支出较少|文件精神|有关规定|未使用完|未执行完|未支付完|标准执行|正在执行|正常开展|正常开支|正常支出|正常进行|特殊原因|特殊情况|相关规定|符合预算|结合实际|统筹安排|自评报告|节约原则|评价报告|详见报告|详见正文|详见说明|详见附件|详见附表|财务制度|财务要求|财务规定|费用增加|进展情况|预算偏差|预算存在|预算安排|预算差异|预算执行|预算支出|预算资金|不涉及|不适用|决算数|发生额|各方面|合理性|同预算|多方面|我中心|执行中|执行率|按计划|按预算|有偏差|未使用|未列支|未执行|未支付|未支出|未用完|本年度|照预算|自评表|超预算|过程中|预算数|预算有|一致|上文|上级|下文|不够|不足|专项|业务|严格|予以|产生|使用|依据|偏低|偏多|偏大|偏小|偏少|偏差|偏离|偏高|做到|全部|其他|其它|具体|减少|切实|列支|制度|前述|剩余|办法|单位|原因|参照|参见|变动|变化|合法|合理|合规|同上|后附|因素|增加|备注|多于|大于|如上|如下|存在|安排|完成|实际|导致|小于|少于|属于|属实|工作|差异|差额|年中|年底|年度|年末|序时|开支|当年|影响|必要|总结|情况|我委|我局|我校|我院|所致|所述|所需|执行|报告|按照|据实|支付|支出|文件|无误|暂无|有关|本年|本着|根据|正常|正文|正确|没有|由于|略有|相关|符合|精神|紧张|约定|经费|结余|结合|结算|绩效|自评|良好|节余|要求|规定|认真|详见|说明|调整|财务|费用|资金|超支|较多|较好|较少|过程|运转|进展|进行|造成|遵循|遵照|部分|金额|附件|附后|附表|需求|需要|项目|顺利|一|七|三|与|且|为|九|二|五|以|八|六|十|及|和|四|因|均|够|属|已|并|按|故|数|无|是|有|本|条|由|略|的|章|第|等|系|而|节|见|该|较|页',
                  ''
                )
              ) AS BIGINT) >= 2
            )
            AND (
              NOT (
                CASE
                  WHEN NOT (
                    t.`j2_deviation_reason` IS NULL
                  )
                  THEN t.`j2_deviation_reason` RLIKE '乡村振兴|任务加重|历史遗留|学生人数|职业年金|补助标准|调整标准|业务量|人工费|任务量|保险费|信息化|公积金|原材料|工作量|手续费|数据库|服务器|检测费|燃料费|通讯费|鉴定费|项目库|上涨|上调|专家|临聘|仲裁|伙食|会议|会费|体检|保安|保洁|保费|修缮|党务|党建|养老|出国|出差|创建|利息|办公|劳务|勘察|医保|单价|印刷|变更|合同|咨询|团建|图书|培训|增加|增多|增设|外聘|奖励|奖金|学会|审计|宣传|家具|宽带|尾款|展会|展位|展览|工会|工期|工资|差旅|帮扶|平台|年检|广告|庆典|延期|延长|引资|录用|征地|律师|快递|慰问|房价|房租|扩大|扩建|扶贫|拆迁|招商|招录|招聘|捐赠|接待|推迟|提价|提前|提高|搬迁|教材|文印|新增|施工|晋升|晋级|更换|更新|检查|欠款|欠费|水价|水电|水费|油价|津贴|活动|派遣|测绘|涨价|物业|物价|用房|用车|电价|电话|电费|监理|督查|社保|福利|租赁|租车|租金|竞赛|竣工|系统|绩效|维保|维修|维护|绿化|编制|网站|网络|考察|考录|考核|考试|聘用|补发|补提|补缴|补贴|装修|装饰|规划|订阅|论坛|设备|设计|评估|评审|诉讼|课时|调标|调研|调资|质保|购买|购置|资料|跨年|软件|迁址|运维|追加|退休|邮寄|邮电|采购|顾问|食堂|驻村|验收|税|薪'
                END
                OR CASE
                  WHEN NOT (
                    t.`j2_deviation_reason` IS NULL
                  )
                  THEN t.`j2_deviation_reason` RLIKE '突发公共卫生事件应急演练|突发公共卫生事件应急预案|突发公共事件应急演练|突发公共事件应急预案|突发公共卫生事件培训|突发公共卫生事件演练|突发公共卫生事件监测|突发公共卫生事件预案|突发公共卫生事件预警|突发环境事件应急演练|突发环境事件应急预案|地质灾害应急演练|地质灾害应急预案|抢险救灾应急演练|抢险救灾应急预案|疫情防控应急演练|疫情防控应急预案|突发事件应急演练|突发事件应急预案|突发事件新闻发布|突发公共事件演练|突发公共事件预案|突发环境事件演练|突发环境事件预案|紧急医学救援中心|紧急医学救援基地|紧急医学救援能力|自然灾害应急演练|自然灾害应急预案|防汛抗旱应急演练|防汛抗旱应急预案|地震安全性评价|核酸检测实验室|突发事件应对法|紧急医学救援队|防汛抗旱指挥部|内涝防治规划|地质灾害演练|地质灾害预案|地震应急演练|地震应急预案|地面塌陷监测|山洪灾害防治|应急响应中心|应急救援中心|应急救援体系|应急救援器材|应急救援培训|应急救援基地|应急救援大队|应急救援总队|应急救援技能|应急救援支队|应急救援演练|应急救援物资|应急救援知识|应急救援能力|应急救援装备|应急救援训练|应急救援设备|应急救援车辆|应急救援预案|应急资金管理|抗旱应急演练|抗旱应急预案|抢险救灾演练|抢险救灾预案|暴雨强度公式|核酸检测设备|洪水影响评价|火灾应急演练|火灾应急预案|火灾自动报警|灾害应急演练|疫情应急演练|疫情应急预案|疫情防控培训|疫情防控演练|疫情防控预案|疫病防控中心|疫病防控示范|突发事件培训|突发事件演练|突发事件监测|突发事件预案|突发事件预警|自然灾害演练|自然灾害预案|防汛抗旱演练|防汛抗旱预案|防洪抗旱规划|防灾减灾救灾|山洪沟治理|应急救援站|应急救援队|应急服务费|抗旱服务队|抢救性保护|抢救性修缮|抢救性加固|抢救性发掘|抢救性挖掘|抢救性维修|核酸提取仪|核酸检测仪|洪水风险图|灾害信息员|灾害性天气|融雪剂采购|防汛抗旱办|业绩滑坡|冰冻切片|冰冻海鲜|冰冻食品|动物防疫|卫生防疫|台风监测|地震演练|地震监测|地震预案|干旱地区|应急专家|应急中心|应急产业|应急产品|应急仓库|应急体系|应急值守|应急值班|应急储备|应急分队|应急培训|应急备勤|应急备用|应急宣传|应急宣教|应急工作|应急平台|应急广播|应急指挥|应急救护|应急机制|应急标志|应急标识|应急演习|应急演练|应急热线|应急照明|应急物流|应急物资|应急电源|应急电话|应急疏散|应急知识|应急科普|应急管理|应急系统|应急能力|应急装备|应急设备|应急设施|应急车辆|应急车道|应急通信|应急通道|应急避难|应急队伍|应急预案|成绩滑坡|抗旱演练|抗旱预案|抗震加固|抗震支架|抗震改造|抗震节能|抗震设防|抗震鉴定|抢修工具|抢救设备|抢险物资|抢险装备|收入滑坡|救援中心|救援体系|救援协会|救援器材|救援培训|救援基地|救援技能|救援演练|救援知识|救援能力|救援装备|救援训练|救援设备|救援预案|救灾储备|救灾减灾|救灾培训|救灾演练|救灾物资|救灾能力|救灾装备|旱情监测|旱灾保险|法律救援|洪水调度|洪涝保险|消防救援|滑坡治理|火灾保险|火灾报警|火灾演练|火灾防控|火灾隐患|火灾预案|火灾预防|火险监测|灾害保险|灾害宣传|灾害普查|灾害监测|灾害知识|灾害观测|灾害评估|灾害防御|灾害防治|灾害预警|灾害风险|灾情统计|爆炸物品|疫情信息|疫情测报|疫情演练|疫情监测|疫情预案|疫病监测|紧急会议|紧急停车|紧急出口|紧急制动|紧急呼叫|紧急按钮|紧急疏散|紧急程度|紧急联系|紧急通知|紧急集合|经济滑坡|综合减灾|车辆救援|道路救援|防汛值班|防灾减灾|防疫培训|防疫宣传|防疫检疫|防疫津贴|防疫物资|防疫知识|雷击防护|冰冻肉|半干旱|地震办|地震台|地震局|地震带|塌陷区|应急办|应急厅|应急委|应急局|应急灯|抢修车|抢修队|抢救台|抢救室|抢险车|抢险队|救援站|救援队|救灾仓|淹没区|淹没线|灾害险|爆炸品|防爆炸|防疫员|防疫所|防疫站|防雷击|除冰车|非典型'
                END
              )
            )
          )
        ) AS v5
      FROM (
        SELECT
          a3.`c1` AS `a3_c1`,
          j1.`_read` AS `j1__read`,
          j2.`deviation_reason` AS `j2_deviation_reason`,
          j2.`is_emergency` AS `j2_is_emergency`,
          j2.`kind` AS `j2_kind`,
          s.`_case` AS `s__case`,
          s.`_fact` AS `s__fact`,
          s.`_hidden` AS `s__hidden`,
          s.`_id` AS `s__id`,
          s.`_none` AS `s__none`,
          s.`_to_fill` AS `s__to_fill`,
          s.`amount` AS `s_amount`,
          s.`amount__step` AS `s_amount__step`,
          s.`budget` AS `s_budget`,
          s.`budget__step` AS `s_budget__step`,
          s.`category` AS `s_category`,
          s.`exempt` AS `s_exempt`,
          s.`line` AS `s_line`,
          s.`method` AS `s_method`,
          s.`method_approval` AS `s_method_approval`,
          s.`method_approval_date` AS `s_method_approval_date`,
          s.`sign_date` AS `s_sign_date`,
          s.`start_date` AS `s_start_date`,
          s.`subject_matter` AS `s_subject_matter`
        FROM `contract` AS s
        LEFT JOIN `unit` AS j1
          ON j1.`_case` = s.`_case`
        LEFT JOIN `budget_line` AS j2
          ON j2.`_fact` = s.`line`
        LEFT JOIN `budget_line_1` AS a3
          ON a3.`k1` = j1.`_case`
      ) AS t
    ) AS t
  ) AS t
) AS t;

-- contract line catalogue_item
WITH `groups_own` AS (
  SELECT
    c.`_case` AS `_case`,
    MIN(c.`_fact`) AS `_fact`,
    c.`line` AS `line`,
    MIN(c.`catalogue_item`) AS `catalogue_item`,
    MIN(CAST(c.`line__id` AS STRING)) || '/' || MIN(CAST(c.`catalogue_item` AS STRING)) AS `_id`
  FROM `contract` AS c
  WHERE
    (
      NOT (
        c.`line` IS NULL
      )
    )
    AND (
      NOT (
        c.`catalogue_item` IS NULL
      )
    )
  GROUP BY
    c.`_case`,
    c.`line`,
    TRANSLATE(
      c.`catalogue_item`,
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]‐‑‒–—―•‧−∙⋅【】〔〕〖〗・﹙﹚﹝﹞﹣！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～･\t\n\013\014\r              ​‌‍    ⁠　﻿',
      'abcdefghijklmnopqrstuvwxyz()------··-··()()()·()()-!"#$%&\'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz(\\)^_`abcdefghijklmnopqrstuvwxyz{|}~·'
    )
), `groups_strays` AS (
  SELECT
    g.`_fact` AS k1,
    COUNT(*) AS c1
  FROM `groups_own` AS g
  JOIN `contract` AS c
    ON (
      (
        (
          c.`_case` = g.`_case`
        )
        AND (
          (
            c.`line` IS NULL
          ) OR (
            c.`line` = g.`line`
          )
        )
      )
      AND (
        (
          c.`catalogue_item` IS NULL
        )
        OR (
          TRANSLATE(
            c.`catalogue_item`,
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]‐‑‒–—―•‧−∙⋅【】〔〕〖〗・﹙﹚﹝﹞﹣！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～･\t\n\013\014\r              ​‌‍    ⁠　﻿',
            'abcdefghijklmnopqrstuvwxyz()------··-··()()()·()()-!"#$%&\'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz(\\)^_`abcdefghijklmnopqrstuvwxyz{|}~·'
          ) = TRANSLATE(
            g.`catalogue_item`,
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]‐‑‒–—―•‧−∙⋅【】〔〕〖〗・﹙﹚﹝﹞﹣！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～･\t\n\013\014\r              ​‌‍    ⁠　﻿',
            'abcdefghijklmnopqrstuvwxyz()------··-··()()()·()()-!"#$%&\'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz(\\)^_`abcdefghijklmnopqrstuvwxyz{|}~·'
          )
        )
      )
    )
    AND (
      NOT (
        (
          NOT (
            c.`line` IS NULL
          )
        )
        AND (
          NOT (
            c.`catalogue_item` IS NULL
          )
        )
      )
    )
  GROUP BY
    g.`_fact`
), `groups` AS (
  SELECT
    g.*,
    CASE
      WHEN (
        u.`contract__state` = 'complete'
      ) AND (
        x.`k1` IS NULL
      )
      THEN 'complete'
      ELSE 'partial'
    END AS `members__state`
  FROM `groups_own` AS g
  LEFT JOIN `unit` AS u
    ON u.`_case` = g.`_case`
  LEFT JOIN `groups_strays` AS x
    ON x.`k1` = g.`_fact`
), `groups_members` AS (
  SELECT
    c.*,
    g.`_fact` AS `_group`
  FROM `contract` AS c
  JOIN `groups_own` AS g
    ON (
      (
        c.`_case` = g.`_case`
      ) AND (
        c.`line` = g.`line`
      )
    )
    AND (
      TRANSLATE(
        c.`catalogue_item`,
        'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]‐‑‒–—―•‧−∙⋅【】〔〕〖〗・﹙﹚﹝﹞﹣！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～･\t\n\013\014\r              ​‌‍    ⁠　﻿',
        'abcdefghijklmnopqrstuvwxyz()------··-··()()()·()()-!"#$%&\'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz(\\)^_`abcdefghijklmnopqrstuvwxyz{|}~·'
      ) = TRANSLATE(
        g.`catalogue_item`,
        'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]‐‑‒–—―•‧−∙⋅【】〔〕〖〗・﹙﹚﹝﹞﹣！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～･\t\n\013\014\r              ​‌‍    ⁠　﻿',
        'abcdefghijklmnopqrstuvwxyz()------··-··()()()·()()-!"#$%&\'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz(\\)^_`abcdefghijklmnopqrstuvwxyz{|}~·'
      )
    )
), `budget_line_2` AS (
  SELECT
    c.`_case` AS k1,
    SUM(
      CAST(CASE
        WHEN c.`is_emergency`
        THEN CAST(1 AS BIGINT)
        WHEN NOT (
          c.`is_emergency`
        )
        THEN CAST(0 AS BIGINT)
      END AS DECIMAL(38, 0))
    ) AS c1
  FROM `budget_line` AS c
  WHERE
    NOT (
      c.`_case` IS NULL
    )
  GROUP BY
    c.`_case`
), `groups_members_1` AS (
  SELECT
    t.`c__group` AS k1,
    SUM(
      CAST(CASE
        WHEN t.`v3`
        THEN CAST(1 AS BIGINT)
        WHEN NOT (
          t.`v3`
        )
        THEN CAST(0 AS BIGINT)
      END AS DECIMAL(38, 0))
    ) AS c1,
    COUNT(CASE WHEN t.`v3` IS NULL THEN 1 END) AS c2,
    COUNT(CASE WHEN t.`v3` THEN 1 END) AS c3,
    SUM(CAST(CASE WHEN t.`v3` THEN t.`c_amount` END AS DECIMAL(38, 0))) AS c4,
    COUNT(
      CASE
        WHEN (
          t.`v3` IS NULL
        ) OR (
          t.`v3` AND (
            t.`c_amount` IS NULL
          )
        )
        THEN 1
      END
    ) AS c5,
    SUM(
      CAST(CASE
        WHEN t.`v4`
        THEN (
          CAST(2 AS BIGINT) * t.`c_amount`
        ) - CASE WHEN t.`c_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_amount__step` END
      END AS DECIMAL(38, 0))
    ) AS c6,
    SUM(
      CAST(CASE
        WHEN t.`v4`
        THEN (
          CAST(2 AS BIGINT) * t.`c_amount`
        ) + CASE WHEN t.`c_amount` = 0 THEN CAST(0 AS BIGINT) ELSE t.`c_amount__step` END
      END AS DECIMAL(38, 0))
    ) AS c7
  FROM (
    SELECT
      t.*,
      t.`v2`
      AND (
        NOT (
          CASE
            WHEN NOT (
              t.`c_method_approval` IS NULL
            )
            THEN TRUE
            WHEN COALESCE(LOCATE(' method_approval ', t.`c__none`), 0) > 0
            THEN FALSE
            WHEN COALESCE(LOCATE(' method_approval ', t.`c__hidden`), 0) > 0
            THEN FALSE
            WHEN (
              t.`j2__read` = 'whole'
            )
            AND (
              NOT (
                COALESCE(LOCATE(' method_approval ', t.`c__to_fill`), 0) > 0
              )
            )
            THEN FALSE
          END
        )
      ) AS v3
    FROM (
      SELECT
        t.*,
        (
          (
            (
              (
                t.`c_method` <> 'open_tender'
              ) AND (
                t.`c_category` <> 'works'
              )
            )
            AND (
              NOT (
                t.`v1`
              )
            )
          )
          AND (
            NOT (
              (
                t.`c_method` = 'framework'
              )
              AND (
                t.`c_sign_date` >= CAST('2022-03-01' AS DATE)
              )
            )
          )
        )
        AND (
          CAST(EXTRACT(YEAR FROM t.`c_sign_date`) AS BIGINT) = t.`j2_fiscal_year`
        ) AS v2
      FROM (
        SELECT
          t.*,
          (
            (
              (
                NOT (
                  t.`c_exempt` IS NULL
                )
              ) AND t.`c_exempt`
            )
            OR (
              (
                NOT (
                  t.`j1_is_emergency` IS NULL
                )
              ) AND t.`j1_is_emergency`
            )
          )
          OR (
            (
              (
                CASE WHEN TRUE THEN COALESCE(t.`a3_c1`, 0) END > 0
              )
              AND (
                NOT (
                  CASE
                    WHEN NOT (
                      t.`c_line` IS NULL
                    )
                    THEN TRUE
                    WHEN COALESCE(LOCATE(' line ', t.`c__none`), 0) > 0
                    THEN TRUE
                    WHEN COALESCE(LOCATE(' line ', t.`c__hidden`), 0) > 0
                    THEN FALSE
                    WHEN (
                      t.`j2__read` = 'whole'
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' line ', t.`c__to_fill`), 0) > 0
                      )
                    )
                    THEN FALSE
                  END
                )
              )
            )
            AND CASE WHEN NOT (
              t.`j1_kind` IS NULL
            ) THEN TRUE END
          ) AS v1,
          (
            (
              (
                (
                  (
                    t.`c_method` <> 'open_tender'
                  ) AND (
                    t.`c_category` <> 'works'
                  )
                )
                AND (
                  NOT (
                    (
                      (
                        (
                          NOT (
                            t.`c_exempt` IS NULL
                          )
                        ) AND t.`c_exempt`
                      )
                      OR (
                        (
                          NOT (
                            t.`j1_is_emergency` IS NULL
                          )
                        ) AND t.`j1_is_emergency`
                      )
                    )
                    OR (
                      (
                        (
                          CASE WHEN TRUE THEN COALESCE(t.`a3_c1`, 0) END > 0
                        )
                        AND (
                          NOT (
                            CASE
                              WHEN NOT (
                                t.`c_line` IS NULL
                              )
                              THEN TRUE
                              WHEN COALESCE(LOCATE(' line ', t.`c__none`), 0) > 0
                              THEN TRUE
                              WHEN COALESCE(LOCATE(' line ', t.`c__hidden`), 0) > 0
                              THEN FALSE
                              WHEN (
                                t.`j2__read` = 'whole'
                              )
                              AND (
                                NOT (
                                  COALESCE(LOCATE(' line ', t.`c__to_fill`), 0) > 0
                                )
                              )
                              THEN FALSE
                            END
                          )
                        )
                      )
                      AND CASE WHEN NOT (
                        t.`j1_kind` IS NULL
                      ) THEN TRUE END
                    )
                  )
                )
              )
              AND (
                NOT (
                  (
                    t.`c_method` = 'framework'
                  )
                  AND (
                    t.`c_sign_date` >= CAST('2022-03-01' AS DATE)
                  )
                )
              )
            )
            AND (
              CAST(EXTRACT(YEAR FROM t.`c_sign_date`) AS BIGINT) = t.`j2_fiscal_year`
            )
          )
          AND (
            NOT (
              CASE
                WHEN NOT (
                  t.`c_method_approval` IS NULL
                )
                THEN TRUE
                WHEN COALESCE(LOCATE(' method_approval ', t.`c__none`), 0) > 0
                THEN FALSE
                WHEN COALESCE(LOCATE(' method_approval ', t.`c__hidden`), 0) > 0
                THEN FALSE
                WHEN (
                  t.`j2__read` = 'whole'
                )
                AND (
                  NOT (
                    COALESCE(LOCATE(' method_approval ', t.`c__to_fill`), 0) > 0
                  )
                )
                THEN FALSE
              END
            )
          ) AS v4
        FROM (
          SELECT
            a3.`c1` AS `a3_c1`,
            c.`_group` AS `c__group`,
            c.`_hidden` AS `c__hidden`,
            c.`_none` AS `c__none`,
            c.`_to_fill` AS `c__to_fill`,
            c.`amount` AS `c_amount`,
            c.`amount__step` AS `c_amount__step`,
            c.`category` AS `c_category`,
            c.`exempt` AS `c_exempt`,
            c.`line` AS `c_line`,
            c.`method` AS `c_method`,
            c.`method_approval` AS `c_method_approval`,
            c.`sign_date` AS `c_sign_date`,
            j1.`is_emergency` AS `j1_is_emergency`,
            j1.`kind` AS `j1_kind`,
            j2.`_read` AS `j2__read`,
            j2.`fiscal_year` AS `j2_fiscal_year`
          FROM `groups_members` AS c
          LEFT JOIN `budget_line` AS j1
            ON j1.`_fact` = c.`line`
          LEFT JOIN `unit` AS j2
            ON j2.`_case` = c.`_case`
          LEFT JOIN `budget_line_2` AS a3
            ON a3.`k1` = j2.`_case`
          WHERE
            NOT (
              c.`_group` IS NULL
            )
        ) AS t
      ) AS t
    ) AS t
  ) AS t
  GROUP BY
    t.`c__group`
)
SELECT
  t.`s__case` AS `_case`,
  t.`s__fact` AS `_fact`,
  t.`s__id` AS `_id`,
  CAST(CASE
    WHEN NOT (
      t.`v1`
    )
    THEN 'not_applicable'
    WHEN t.`v2`
    THEN 'pass'
    WHEN (
      t.`v1` IS NULL
    ) OR (
      t.`v2` IS NULL
    )
    THEN 'undetermined'
    WHEN (
      NOT (
        CASE
          WHEN CASE WHEN TRUE THEN COALESCE(t.`a1_c7`, 0) END <= (
            CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
          )
          THEN TRUE
          WHEN CASE WHEN TRUE THEN COALESCE(t.`a1_c6`, 0) END > (
            CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
          )
          THEN FALSE
        END
        AND CASE
          WHEN NOT (
            CASE
              WHEN (
                t.`s_members__state` = 'complete'
              ) AND (
                COALESCE(t.`a1_c5`, 0) = 0
              )
              THEN COALESCE(t.`a1_c4`, 0)
            END IS NULL
          )
          THEN TRUE
        END
      )
    )
    AND (
      (
        CASE WHEN TRUE THEN COALESCE(t.`a1_c1`, 0) END > 1
      )
      OR (
        NOT (
          CASE
            WHEN NOT (
              CASE
                WHEN (
                  t.`s_members__state` = 'complete'
                ) AND (
                  COALESCE(t.`a1_c2`, 0) = 0
                )
                THEN COALESCE(t.`a1_c3`, 0)
              END IS NULL
            )
            THEN TRUE
          END
        )
      )
    )
    THEN 'fail'
    ELSE 'undetermined'
  END AS STRING) AS `contract-splitting`,
  CASE WHEN TRUE THEN COALESCE(t.`a1_c4`, 0) END AS `contract-splitting amount`,
  CAST('high' AS STRING) AS `contract-splitting severity`
FROM (
  SELECT
    t.*,
    (
      CASE WHEN TRUE THEN COALESCE(t.`a1_c1`, 0) END > 1
    )
    OR (
      NOT (
        CASE
          WHEN NOT (
            CASE
              WHEN (
                t.`s_members__state` = 'complete'
              ) AND (
                COALESCE(t.`a1_c2`, 0) = 0
              )
              THEN COALESCE(t.`a1_c3`, 0)
            END IS NULL
          )
          THEN TRUE
        END
      )
    ) AS v1,
    (
      CASE WHEN TRUE THEN COALESCE(t.`a1_c4`, 0) END <= CAST(NULL AS BIGINT)
    )
    AND CASE
      WHEN NOT (
        CASE
          WHEN (
            t.`s_members__state` = 'complete'
          ) AND (
            COALESCE(t.`a1_c5`, 0) = 0
          )
          THEN COALESCE(t.`a1_c4`, 0)
        END IS NULL
      )
      THEN TRUE
    END AS v2
  FROM (
    SELECT
      a1.`c1` AS `a1_c1`,
      a1.`c2` AS `a1_c2`,
      a1.`c3` AS `a1_c3`,
      a1.`c4` AS `a1_c4`,
      a1.`c5` AS `a1_c5`,
      a1.`c6` AS `a1_c6`,
      a1.`c7` AS `a1_c7`,
      s.`_case` AS `s__case`,
      s.`_fact` AS `s__fact`,
      s.`_id` AS `s__id`,
      s.`members__state` AS `s_members__state`
    FROM `groups` AS s
    LEFT JOIN `groups_members_1` AS a1
      ON a1.`k1` = s.`_fact`
  ) AS t
) AS t;

-- stated_figure 
WITH `operand_1` AS (
  SELECT
    c.`_owner` AS k1,
    COUNT(
      CASE
        WHEN (
          (
            c.`role` = 'base'
          ) IS NULL
        )
        OR (
          (
            c.`role` = 'base'
          )
          AND (
            (
              (
                CAST(2 AS BIGINT) * CAST(c.`figure` AS DECIMAL(38, 0))
              ) - CAST(c.`figure__step` AS DECIMAL(38, 0))
            ) IS NULL
          )
        )
        THEN 1
      END
    ) AS c1,
    SUM(
      CASE
        WHEN c.`role` = 'base'
        THEN (
          CAST(2 AS BIGINT) * CAST(c.`figure` AS DECIMAL(38, 0))
        ) - CAST(c.`figure__step` AS DECIMAL(38, 0))
      END
    ) AS c2,
    SUM(
      CASE
        WHEN c.`role` = 'base'
        THEN (
          CAST(2 AS BIGINT) * CAST(c.`figure` AS DECIMAL(38, 0))
        ) + CAST(c.`figure__step` AS DECIMAL(38, 0))
      END
    ) AS c3,
    COUNT(
      CASE
        WHEN (
          (
            c.`role` = 'term'
          ) IS NULL
        )
        OR (
          (
            c.`role` = 'term'
          )
          AND (
            (
              (
                CAST(2 AS BIGINT) * CAST(c.`figure` AS DECIMAL(38, 0))
              ) - CAST(c.`figure__step` AS DECIMAL(38, 0))
            ) IS NULL
          )
        )
        THEN 1
      END
    ) AS c4,
    SUM(
      CASE
        WHEN c.`role` = 'term'
        THEN (
          CAST(2 AS BIGINT) * CAST(c.`figure` AS DECIMAL(38, 0))
        ) - CAST(c.`figure__step` AS DECIMAL(38, 0))
      END
    ) AS c5,
    SUM(
      CASE
        WHEN c.`role` = 'term'
        THEN (
          CAST(2 AS BIGINT) * CAST(c.`figure` AS DECIMAL(38, 0))
        ) + CAST(c.`figure__step` AS DECIMAL(38, 0))
      END
    ) AS c6
  FROM `operand` AS c
  WHERE
    NOT (
      c.`_owner` IS NULL
    )
  GROUP BY
    c.`_owner`
)
SELECT
  t.`s__case` AS `_case`,
  t.`s__fact` AS `_fact`,
  t.`s__id` AS `_id`,
  CAST(CASE
    WHEN NOT (
      t.`s_kind` = 'growth'
    )
    THEN 'not_applicable'
    WHEN t.`v1`
    THEN 'pass'
    WHEN (
      (
        t.`s_kind` = 'growth'
      ) IS NULL
    ) OR (
      t.`v1` IS NULL
    )
    THEN 'undetermined'
    ELSE 'fail'
  END AS STRING) AS `stated-growth`,
  CAST(NULL AS DECIMAL(38, 0)) AS `stated-growth amount`,
  CAST('medium' AS STRING) AS `stated-growth severity`
FROM (
  SELECT
    t.*,
    CASE
      WHEN NOT (
        t.`s_rest` IS NULL
      )
      THEN CASE
        WHEN CASE
          WHEN (
            t.`s_operand__state` = 'complete'
          ) AND (
            COALESCE(t.`a2_c1`, 0) = 0
          )
          THEN COALESCE(t.`a2_c2`, 0)
        END > 0
        THEN (
          CASE
            WHEN (
              (
                (
                  CAST(2 AS BIGINT) * t.`s_change`
                ) - t.`s_change__step`
              ) * CASE
                WHEN (
                  t.`s_operand__state` = 'complete'
                ) AND (
                  COALESCE(t.`a2_c1`, 0) = 0
                )
                THEN COALESCE(t.`a2_c2`, 0)
              END
            ) <= (
              (
                (
                  CAST(2 AS BIGINT) * t.`s_change`
                ) - t.`s_change__step`
              ) * CASE
                WHEN (
                  t.`s_operand__state` = 'complete'
                ) AND (
                  COALESCE(t.`a2_c1`, 0) = 0
                )
                THEN COALESCE(t.`a2_c3`, 0)
              END
            )
            THEN (
              (
                CAST(2 AS BIGINT) * t.`s_change`
              ) - t.`s_change__step`
            ) * CASE
              WHEN (
                t.`s_operand__state` = 'complete'
              ) AND (
                COALESCE(t.`a2_c1`, 0) = 0
              )
              THEN COALESCE(t.`a2_c2`, 0)
            END
            WHEN NOT (
              (
                (
                  (
                    CAST(2 AS BIGINT) * t.`s_change`
                  ) - t.`s_change__step`
                ) * CASE
                  WHEN (
                    t.`s_operand__state` = 'complete'
                  ) AND (
                    COALESCE(t.`a2_c1`, 0) = 0
                  )
                  THEN COALESCE(t.`a2_c2`, 0)
                END
              ) <= (
                (
                  (
                    CAST(2 AS BIGINT) * t.`s_change`
                  ) - t.`s_change__step`
                ) * CASE
                  WHEN (
                    t.`s_operand__state` = 'complete'
                  ) AND (
                    COALESCE(t.`a2_c1`, 0) = 0
                  )
                  THEN COALESCE(t.`a2_c3`, 0)
                END
              )
            )
            THEN (
              (
                CAST(2 AS BIGINT) * t.`s_change`
              ) - t.`s_change__step`
            ) * CASE
              WHEN (
                t.`s_operand__state` = 'complete'
              ) AND (
                COALESCE(t.`a2_c1`, 0) = 0
              )
              THEN COALESCE(t.`a2_c3`, 0)
            END
          END <= (
            (
              CAST(2 AS BIGINT) * (
                (
                  CAST(2 AS BIGINT) * CAST(t.`s_rest` AS DECIMAL(38, 0))
                ) + CAST(t.`s_rest__step` AS DECIMAL(38, 0))
              )
            ) * CAST(10000000000 AS BIGINT)
          )
        )
        AND (
          (
            (
              CAST(2 AS BIGINT) * (
                (
                  CAST(2 AS BIGINT) * CAST(t.`s_rest` AS DECIMAL(38, 0))
                ) - CAST(t.`s_rest__step` AS DECIMAL(38, 0))
              )
            ) * CAST(10000000000 AS BIGINT)
          ) <= CASE
            WHEN (
              (
                (
                  CAST(2 AS BIGINT) * t.`s_change`
                ) + t.`s_change__step`
              ) * CASE
                WHEN (
                  t.`s_operand__state` = 'complete'
                ) AND (
                  COALESCE(t.`a2_c1`, 0) = 0
                )
                THEN COALESCE(t.`a2_c2`, 0)
              END
            ) >= (
              (
                (
                  CAST(2 AS BIGINT) * t.`s_change`
                ) + t.`s_change__step`
              ) * CASE
                WHEN (
                  t.`s_operand__state` = 'complete'
                ) AND (
                  COALESCE(t.`a2_c1`, 0) = 0
                )
                THEN COALESCE(t.`a2_c3`, 0)
              END
            )
            THEN (
              (
                CAST(2 AS BIGINT) * t.`s_change`
              ) + t.`s_change__step`
            ) * CASE
              WHEN (
                t.`s_operand__state` = 'complete'
              ) AND (
                COALESCE(t.`a2_c1`, 0) = 0
              )
              THEN COALESCE(t.`a2_c2`, 0)
            END
            WHEN NOT (
              (
                (
                  (
                    CAST(2 AS BIGINT) * t.`s_change`
                  ) + t.`s_change__step`
                ) * CASE
                  WHEN (
                    t.`s_operand__state` = 'complete'
                  ) AND (
                    COALESCE(t.`a2_c1`, 0) = 0
                  )
                  THEN COALESCE(t.`a2_c2`, 0)
                END
              ) >= (
                (
                  (
                    CAST(2 AS BIGINT) * t.`s_change`
                  ) + t.`s_change__step`
                ) * CASE
                  WHEN (
                    t.`s_operand__state` = 'complete'
                  ) AND (
                    COALESCE(t.`a2_c1`, 0) = 0
                  )
                  THEN COALESCE(t.`a2_c3`, 0)
                END
              )
            )
            THEN (
              (
                CAST(2 AS BIGINT) * t.`s_change`
              ) + t.`s_change__step`
            ) * CASE
              WHEN (
                t.`s_operand__state` = 'complete'
              ) AND (
                COALESCE(t.`a2_c1`, 0) = 0
              )
              THEN COALESCE(t.`a2_c3`, 0)
            END
          END
        )
      END
      ELSE (
        (
          (
            (
              (
                NOT (
                  t.`s_worded` IS NULL
                )
              )
              OR CASE
                WHEN CASE
                  WHEN (
                    t.`s_operand__state` = 'complete'
                  ) AND (
                    COALESCE(t.`a2_c1`, 0) = 0
                  )
                  THEN COALESCE(t.`a2_c2`, 0)
                END > 0
                THEN (
                  CASE
                    WHEN (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * t.`s_rate`
                          ) - t.`s_rate__step`
                        )
                      ) * CASE
                        WHEN (
                          t.`s_operand__state` = 'complete'
                        ) AND (
                          COALESCE(t.`a2_c1`, 0) = 0
                        )
                        THEN COALESCE(t.`a2_c2`, 0)
                      END
                    ) <= (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * t.`s_rate`
                          ) - t.`s_rate__step`
                        )
                      ) * CASE
                        WHEN (
                          t.`s_operand__state` = 'complete'
                        ) AND (
                          COALESCE(t.`a2_c1`, 0) = 0
                        )
                        THEN COALESCE(t.`a2_c3`, 0)
                      END
                    )
                    THEN (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * t.`s_rate`
                        ) - t.`s_rate__step`
                      )
                    ) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c1`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c2`, 0)
                    END
                    WHEN NOT (
                      (
                        (
                          20000000000 + (
                            (
                              CAST(2 AS BIGINT) * t.`s_rate`
                            ) - t.`s_rate__step`
                          )
                        ) * CASE
                          WHEN (
                            t.`s_operand__state` = 'complete'
                          ) AND (
                            COALESCE(t.`a2_c1`, 0) = 0
                          )
                          THEN COALESCE(t.`a2_c2`, 0)
                        END
                      ) <= (
                        (
                          20000000000 + (
                            (
                              CAST(2 AS BIGINT) * t.`s_rate`
                            ) - t.`s_rate__step`
                          )
                        ) * CASE
                          WHEN (
                            t.`s_operand__state` = 'complete'
                          ) AND (
                            COALESCE(t.`a2_c1`, 0) = 0
                          )
                          THEN COALESCE(t.`a2_c3`, 0)
                        END
                      )
                    )
                    THEN (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * t.`s_rate`
                        ) - t.`s_rate__step`
                      )
                    ) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c1`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c3`, 0)
                    END
                  END <= (
                    (
                      CAST(2 AS BIGINT) * CASE
                        WHEN (
                          t.`s_operand__state` = 'complete'
                        ) AND (
                          COALESCE(t.`a2_c4`, 0) = 0
                        )
                        THEN COALESCE(t.`a2_c6`, 0)
                      END
                    ) * CAST(10000000000 AS BIGINT)
                  )
                )
                AND (
                  (
                    (
                      CAST(2 AS BIGINT) * CASE
                        WHEN (
                          t.`s_operand__state` = 'complete'
                        ) AND (
                          COALESCE(t.`a2_c4`, 0) = 0
                        )
                        THEN COALESCE(t.`a2_c5`, 0)
                      END
                    ) * CAST(10000000000 AS BIGINT)
                  ) <= CASE
                    WHEN (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * t.`s_rate`
                          ) + t.`s_rate__step`
                        )
                      ) * CASE
                        WHEN (
                          t.`s_operand__state` = 'complete'
                        ) AND (
                          COALESCE(t.`a2_c1`, 0) = 0
                        )
                        THEN COALESCE(t.`a2_c2`, 0)
                      END
                    ) >= (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * t.`s_rate`
                          ) + t.`s_rate__step`
                        )
                      ) * CASE
                        WHEN (
                          t.`s_operand__state` = 'complete'
                        ) AND (
                          COALESCE(t.`a2_c1`, 0) = 0
                        )
                        THEN COALESCE(t.`a2_c3`, 0)
                      END
                    )
                    THEN (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * t.`s_rate`
                        ) + t.`s_rate__step`
                      )
                    ) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c1`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c2`, 0)
                    END
                    WHEN NOT (
                      (
                        (
                          20000000000 + (
                            (
                              CAST(2 AS BIGINT) * t.`s_rate`
                            ) + t.`s_rate__step`
                          )
                        ) * CASE
                          WHEN (
                            t.`s_operand__state` = 'complete'
                          ) AND (
                            COALESCE(t.`a2_c1`, 0) = 0
                          )
                          THEN COALESCE(t.`a2_c2`, 0)
                        END
                      ) >= (
                        (
                          20000000000 + (
                            (
                              CAST(2 AS BIGINT) * t.`s_rate`
                            ) + t.`s_rate__step`
                          )
                        ) * CASE
                          WHEN (
                            t.`s_operand__state` = 'complete'
                          ) AND (
                            COALESCE(t.`a2_c1`, 0) = 0
                          )
                          THEN COALESCE(t.`a2_c3`, 0)
                        END
                      )
                    )
                    THEN (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * t.`s_rate`
                        ) + t.`s_rate__step`
                      )
                    ) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c1`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c3`, 0)
                    END
                  END
                )
              END
            )
            OR CASE
              WHEN CASE
                WHEN (
                  t.`s_operand__state` = 'complete'
                ) AND (
                  COALESCE(t.`a2_c1`, 0) = 0
                )
                THEN COALESCE(t.`a2_c2`, 0)
              END > 0
              THEN (
                CASE
                  WHEN (
                    (
                      20000000000 - (
                        (
                          CAST(2 AS BIGINT) * t.`s_rate`
                        ) + t.`s_rate__step`
                      )
                    ) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c1`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c2`, 0)
                    END
                  ) <= (
                    (
                      20000000000 - (
                        (
                          CAST(2 AS BIGINT) * t.`s_rate`
                        ) + t.`s_rate__step`
                      )
                    ) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c1`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c3`, 0)
                    END
                  )
                  THEN (
                    20000000000 - (
                      (
                        CAST(2 AS BIGINT) * t.`s_rate`
                      ) + t.`s_rate__step`
                    )
                  ) * CASE
                    WHEN (
                      t.`s_operand__state` = 'complete'
                    ) AND (
                      COALESCE(t.`a2_c1`, 0) = 0
                    )
                    THEN COALESCE(t.`a2_c2`, 0)
                  END
                  WHEN NOT (
                    (
                      (
                        20000000000 - (
                          (
                            CAST(2 AS BIGINT) * t.`s_rate`
                          ) + t.`s_rate__step`
                        )
                      ) * CASE
                        WHEN (
                          t.`s_operand__state` = 'complete'
                        ) AND (
                          COALESCE(t.`a2_c1`, 0) = 0
                        )
                        THEN COALESCE(t.`a2_c2`, 0)
                      END
                    ) <= (
                      (
                        20000000000 - (
                          (
                            CAST(2 AS BIGINT) * t.`s_rate`
                          ) + t.`s_rate__step`
                        )
                      ) * CASE
                        WHEN (
                          t.`s_operand__state` = 'complete'
                        ) AND (
                          COALESCE(t.`a2_c1`, 0) = 0
                        )
                        THEN COALESCE(t.`a2_c3`, 0)
                      END
                    )
                  )
                  THEN (
                    20000000000 - (
                      (
                        CAST(2 AS BIGINT) * t.`s_rate`
                      ) + t.`s_rate__step`
                    )
                  ) * CASE
                    WHEN (
                      t.`s_operand__state` = 'complete'
                    ) AND (
                      COALESCE(t.`a2_c1`, 0) = 0
                    )
                    THEN COALESCE(t.`a2_c3`, 0)
                  END
                END <= (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c4`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c6`, 0)
                    END
                  ) * CAST(10000000000 AS BIGINT)
                )
              )
              AND (
                (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c4`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c5`, 0)
                    END
                  ) * CAST(10000000000 AS BIGINT)
                ) <= CASE
                  WHEN (
                    (
                      20000000000 - (
                        (
                          CAST(2 AS BIGINT) * t.`s_rate`
                        ) - t.`s_rate__step`
                      )
                    ) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c1`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c2`, 0)
                    END
                  ) >= (
                    (
                      20000000000 - (
                        (
                          CAST(2 AS BIGINT) * t.`s_rate`
                        ) - t.`s_rate__step`
                      )
                    ) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c1`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c3`, 0)
                    END
                  )
                  THEN (
                    20000000000 - (
                      (
                        CAST(2 AS BIGINT) * t.`s_rate`
                      ) - t.`s_rate__step`
                    )
                  ) * CASE
                    WHEN (
                      t.`s_operand__state` = 'complete'
                    ) AND (
                      COALESCE(t.`a2_c1`, 0) = 0
                    )
                    THEN COALESCE(t.`a2_c2`, 0)
                  END
                  WHEN NOT (
                    (
                      (
                        20000000000 - (
                          (
                            CAST(2 AS BIGINT) * t.`s_rate`
                          ) - t.`s_rate__step`
                        )
                      ) * CASE
                        WHEN (
                          t.`s_operand__state` = 'complete'
                        ) AND (
                          COALESCE(t.`a2_c1`, 0) = 0
                        )
                        THEN COALESCE(t.`a2_c2`, 0)
                      END
                    ) >= (
                      (
                        20000000000 - (
                          (
                            CAST(2 AS BIGINT) * t.`s_rate`
                          ) - t.`s_rate__step`
                        )
                      ) * CASE
                        WHEN (
                          t.`s_operand__state` = 'complete'
                        ) AND (
                          COALESCE(t.`a2_c1`, 0) = 0
                        )
                        THEN COALESCE(t.`a2_c3`, 0)
                      END
                    )
                  )
                  THEN (
                    20000000000 - (
                      (
                        CAST(2 AS BIGINT) * t.`s_rate`
                      ) - t.`s_rate__step`
                    )
                  ) * CASE
                    WHEN (
                      t.`s_operand__state` = 'complete'
                    ) AND (
                      COALESCE(t.`a2_c1`, 0) = 0
                    )
                    THEN COALESCE(t.`a2_c3`, 0)
                  END
                END
              )
            END
          )
          AND CASE
            WHEN CASE
              WHEN (
                t.`s_operand__state` = 'complete'
              ) AND (
                COALESCE(t.`a2_c1`, 0) = 0
              )
              THEN COALESCE(t.`a2_c2`, 0)
            END > 0
            THEN (
              CASE
                WHEN (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * t.`s_change`
                      ) - t.`s_change__step`
                    )
                  ) * CASE
                    WHEN (
                      t.`s_operand__state` = 'complete'
                    ) AND (
                      COALESCE(t.`a2_c1`, 0) = 0
                    )
                    THEN COALESCE(t.`a2_c2`, 0)
                  END
                ) <= (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * t.`s_change`
                      ) - t.`s_change__step`
                    )
                  ) * CASE
                    WHEN (
                      t.`s_operand__state` = 'complete'
                    ) AND (
                      COALESCE(t.`a2_c1`, 0) = 0
                    )
                    THEN COALESCE(t.`a2_c3`, 0)
                  END
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * t.`s_change`
                    ) - t.`s_change__step`
                  )
                ) * CASE
                  WHEN (
                    t.`s_operand__state` = 'complete'
                  ) AND (
                    COALESCE(t.`a2_c1`, 0) = 0
                  )
                  THEN COALESCE(t.`a2_c2`, 0)
                END
                WHEN NOT (
                  (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * t.`s_change`
                        ) - t.`s_change__step`
                      )
                    ) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c1`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c2`, 0)
                    END
                  ) <= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * t.`s_change`
                        ) - t.`s_change__step`
                      )
                    ) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c1`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c3`, 0)
                    END
                  )
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * t.`s_change`
                    ) - t.`s_change__step`
                  )
                ) * CASE
                  WHEN (
                    t.`s_operand__state` = 'complete'
                  ) AND (
                    COALESCE(t.`a2_c1`, 0) = 0
                  )
                  THEN COALESCE(t.`a2_c3`, 0)
                END
              END <= (
                (
                  CAST(2 AS BIGINT) * CASE
                    WHEN (
                      t.`s_operand__state` = 'complete'
                    ) AND (
                      COALESCE(t.`a2_c4`, 0) = 0
                    )
                    THEN COALESCE(t.`a2_c6`, 0)
                  END
                ) * CAST(10000000000 AS BIGINT)
              )
            )
            AND (
              (
                (
                  CAST(2 AS BIGINT) * CASE
                    WHEN (
                      t.`s_operand__state` = 'complete'
                    ) AND (
                      COALESCE(t.`a2_c4`, 0) = 0
                    )
                    THEN COALESCE(t.`a2_c5`, 0)
                  END
                ) * CAST(10000000000 AS BIGINT)
              ) <= CASE
                WHEN (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * t.`s_change`
                      ) + t.`s_change__step`
                    )
                  ) * CASE
                    WHEN (
                      t.`s_operand__state` = 'complete'
                    ) AND (
                      COALESCE(t.`a2_c1`, 0) = 0
                    )
                    THEN COALESCE(t.`a2_c2`, 0)
                  END
                ) >= (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * t.`s_change`
                      ) + t.`s_change__step`
                    )
                  ) * CASE
                    WHEN (
                      t.`s_operand__state` = 'complete'
                    ) AND (
                      COALESCE(t.`a2_c1`, 0) = 0
                    )
                    THEN COALESCE(t.`a2_c3`, 0)
                  END
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * t.`s_change`
                    ) + t.`s_change__step`
                  )
                ) * CASE
                  WHEN (
                    t.`s_operand__state` = 'complete'
                  ) AND (
                    COALESCE(t.`a2_c1`, 0) = 0
                  )
                  THEN COALESCE(t.`a2_c2`, 0)
                END
                WHEN NOT (
                  (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * t.`s_change`
                        ) + t.`s_change__step`
                      )
                    ) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c1`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c2`, 0)
                    END
                  ) >= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * t.`s_change`
                        ) + t.`s_change__step`
                      )
                    ) * CASE
                      WHEN (
                        t.`s_operand__state` = 'complete'
                      ) AND (
                        COALESCE(t.`a2_c1`, 0) = 0
                      )
                      THEN COALESCE(t.`a2_c3`, 0)
                    END
                  )
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * t.`s_change`
                    ) + t.`s_change__step`
                  )
                ) * CASE
                  WHEN (
                    t.`s_operand__state` = 'complete'
                  ) AND (
                    COALESCE(t.`a2_c1`, 0) = 0
                  )
                  THEN COALESCE(t.`a2_c3`, 0)
                END
              END
            )
          END
        )
        OR (
          (
            (
              NOT (
                t.`s_other_base` IS NULL
              )
            )
            AND (
              NOT (
                (
                  NOT (
                    t.`s_text` IS NULL
                  )
                )
                AND (
                  t.`s_text` RLIKE '(占|比|较|完成|为|达|到|超|超出|超过|高于|低于|少于|多于)年初(批复)?预算|年初(批复)?预算数?(的|完成率|执行率)'
                )
              )
            )
          )
          AND CASE
            WHEN (
              (
                CAST(2 AS BIGINT) * CAST(t.`s_other_base` AS DECIMAL(38, 0))
              ) - CAST(t.`s_other_base__step` AS DECIMAL(38, 0))
            ) > 0
            THEN (
              CASE
                WHEN (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * t.`s_change`
                      ) - t.`s_change__step`
                    )
                  ) * (
                    (
                      CAST(2 AS BIGINT) * CAST(t.`s_other_base` AS DECIMAL(38, 0))
                    ) - CAST(t.`s_other_base__step` AS DECIMAL(38, 0))
                  )
                ) <= (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * t.`s_change`
                      ) - t.`s_change__step`
                    )
                  ) * (
                    (
                      CAST(2 AS BIGINT) * CAST(t.`s_other_base` AS DECIMAL(38, 0))
                    ) + CAST(t.`s_other_base__step` AS DECIMAL(38, 0))
                  )
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * t.`s_change`
                    ) - t.`s_change__step`
                  )
                ) * (
                  (
                    CAST(2 AS BIGINT) * CAST(t.`s_other_base` AS DECIMAL(38, 0))
                  ) - CAST(t.`s_other_base__step` AS DECIMAL(38, 0))
                )
                WHEN NOT (
                  (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * t.`s_change`
                        ) - t.`s_change__step`
                      )
                    ) * (
                      (
                        CAST(2 AS BIGINT) * CAST(t.`s_other_base` AS DECIMAL(38, 0))
                      ) - CAST(t.`s_other_base__step` AS DECIMAL(38, 0))
                    )
                  ) <= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * t.`s_change`
                        ) - t.`s_change__step`
                      )
                    ) * (
                      (
                        CAST(2 AS BIGINT) * CAST(t.`s_other_base` AS DECIMAL(38, 0))
                      ) + CAST(t.`s_other_base__step` AS DECIMAL(38, 0))
                    )
                  )
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * t.`s_change`
                    ) - t.`s_change__step`
                  )
                ) * (
                  (
                    CAST(2 AS BIGINT) * CAST(t.`s_other_base` AS DECIMAL(38, 0))
                  ) + CAST(t.`s_other_base__step` AS DECIMAL(38, 0))
                )
              END <= (
                (
                  CAST(2 AS BIGINT) * CASE
                    WHEN (
                      t.`s_operand__state` = 'complete'
                    ) AND (
                      COALESCE(t.`a2_c4`, 0) = 0
                    )
                    THEN COALESCE(t.`a2_c6`, 0)
                  END
                ) * CAST(10000000000 AS BIGINT)
              )
            )
            AND (
              (
                (
                  CAST(2 AS BIGINT) * CASE
                    WHEN (
                      t.`s_operand__state` = 'complete'
                    ) AND (
                      COALESCE(t.`a2_c4`, 0) = 0
                    )
                    THEN COALESCE(t.`a2_c5`, 0)
                  END
                ) * CAST(10000000000 AS BIGINT)
              ) <= CASE
                WHEN (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * t.`s_change`
                      ) + t.`s_change__step`
                    )
                  ) * (
                    (
                      CAST(2 AS BIGINT) * CAST(t.`s_other_base` AS DECIMAL(38, 0))
                    ) - CAST(t.`s_other_base__step` AS DECIMAL(38, 0))
                  )
                ) >= (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * t.`s_change`
                      ) + t.`s_change__step`
                    )
                  ) * (
                    (
                      CAST(2 AS BIGINT) * CAST(t.`s_other_base` AS DECIMAL(38, 0))
                    ) + CAST(t.`s_other_base__step` AS DECIMAL(38, 0))
                  )
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * t.`s_change`
                    ) + t.`s_change__step`
                  )
                ) * (
                  (
                    CAST(2 AS BIGINT) * CAST(t.`s_other_base` AS DECIMAL(38, 0))
                  ) - CAST(t.`s_other_base__step` AS DECIMAL(38, 0))
                )
                WHEN NOT (
                  (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * t.`s_change`
                        ) + t.`s_change__step`
                      )
                    ) * (
                      (
                        CAST(2 AS BIGINT) * CAST(t.`s_other_base` AS DECIMAL(38, 0))
                      ) - CAST(t.`s_other_base__step` AS DECIMAL(38, 0))
                    )
                  ) >= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * t.`s_change`
                        ) + t.`s_change__step`
                      )
                    ) * (
                      (
                        CAST(2 AS BIGINT) * CAST(t.`s_other_base` AS DECIMAL(38, 0))
                      ) + CAST(t.`s_other_base__step` AS DECIMAL(38, 0))
                    )
                  )
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * t.`s_change`
                    ) + t.`s_change__step`
                  )
                ) * (
                  (
                    CAST(2 AS BIGINT) * CAST(t.`s_other_base` AS DECIMAL(38, 0))
                  ) + CAST(t.`s_other_base__step` AS DECIMAL(38, 0))
                )
              END
            )
          END
        )
      )
      OR (
        (
          (
            NOT (
              t.`s_other_base_open` IS NULL
            )
          )
          AND (
            NOT (
              (
                NOT (
                  t.`s_text` IS NULL
                )
              )
              AND (
                t.`s_text` RLIKE '(占|比|较|完成|为|达|到|超|超出|超过|高于|低于|少于|多于)年初(批复)?预算|年初(批复)?预算数?(的|完成率|执行率)'
              )
            )
          )
        )
        AND CASE WHEN NOT (
          CAST(t.`s_other_base` AS DECIMAL(38, 0)) IS NULL
        ) THEN TRUE END
      )
    END AS v1
  FROM (
    SELECT
      a2.`c1` AS `a2_c1`,
      a2.`c2` AS `a2_c2`,
      a2.`c3` AS `a2_c3`,
      a2.`c4` AS `a2_c4`,
      a2.`c5` AS `a2_c5`,
      a2.`c6` AS `a2_c6`,
      s.`_case` AS `s__case`,
      s.`_fact` AS `s__fact`,
      s.`_id` AS `s__id`,
      s.`change` AS `s_change`,
      s.`change__step` AS `s_change__step`,
      s.`kind` AS `s_kind`,
      s.`operand__state` AS `s_operand__state`,
      s.`other_base` AS `s_other_base`,
      s.`other_base__step` AS `s_other_base__step`,
      s.`other_base_open` AS `s_other_base_open`,
      s.`rate` AS `s_rate`,
      s.`rate__step` AS `s_rate__step`,
      s.`rest` AS `s_rest`,
      s.`rest__step` AS `s_rest__step`,
      s.`text` AS `s_text`,
      s.`worded` AS `s_worded`
    FROM `stated_figure` AS s
    LEFT JOIN `unit` AS j1
      ON j1.`_case` = s.`_case`
    LEFT JOIN `operand_1` AS a2
      ON a2.`k1` = s.`_fact`
  ) AS t
) AS t;
