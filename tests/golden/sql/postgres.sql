-- budget_line 
WITH "budget_line_1" AS (
  SELECT
    c."_case" AS k1,
    COUNT(
      CASE
        WHEN (
          c."kind" = 'item'
        )
        AND CASE
          WHEN (
            NOT (
              c."initial_budget" IS NULL
            )
          )
          AND (
            NOT (
              COALESCE(POSITION(' initial_budget ' IN c."_derived"), 0) > 0
            )
          )
          THEN TRUE
          WHEN COALESCE(POSITION(' initial_budget ' IN c."_none"), 0) > 0
          THEN FALSE
          WHEN COALESCE(POSITION(' initial_budget ' IN c."_hidden"), 0) > 0
          THEN CAST(NULL AS BOOLEAN)
          WHEN j1."_read" = 'whole'
          THEN FALSE
        END
        THEN 1
      END
    ) AS c1,
    COUNT(
      CASE
        WHEN (
          (
            c."kind" = 'item'
          )
          AND CASE
            WHEN (
              NOT (
                c."initial_budget" IS NULL
              )
            )
            AND (
              NOT (
                COALESCE(POSITION(' initial_budget ' IN c."_derived"), 0) > 0
              )
            )
            THEN TRUE
            WHEN COALESCE(POSITION(' initial_budget ' IN c."_none"), 0) > 0
            THEN FALSE
            WHEN COALESCE(POSITION(' initial_budget ' IN c."_hidden"), 0) > 0
            THEN CAST(NULL AS BOOLEAN)
            WHEN j1."_read" = 'whole'
            THEN FALSE
          END
        ) IS NULL
        THEN 1
      END
    ) AS c2
  FROM "budget_line" AS c
  LEFT JOIN "unit" AS j1
    ON j1."_case" = c."_case"
  WHERE
    NOT (
      c."_case" IS NULL
    )
  GROUP BY
    c."_case"
), "approval_2" AS (
  SELECT
    c."_owner" AS k1,
    SUM(
      CAST(CASE
        WHEN (
          (
            (
              NOT (
                c."number" IS NULL
              )
            )
            OR (
              (
                NOT (
                  CASE
                    WHEN NOT (
                      c."number" IS NULL
                    )
                    THEN TRUE
                    WHEN COALESCE(POSITION(' number ' IN c."_none"), 0) > 0
                    THEN TRUE
                    WHEN COALESCE(POSITION(' number ' IN c."_hidden"), 0) > 0
                    THEN FALSE
                    WHEN j1."_read" = 'whole'
                    THEN FALSE
                  END
                )
              )
              AND CASE WHEN NOT (
                c."number" IS NULL
              ) THEN TRUE END
            )
          )
          AND (
            (
              NOT (
                c."date" IS NULL
              )
            )
            OR (
              (
                NOT (
                  CASE
                    WHEN NOT (
                      c."date" IS NULL
                    )
                    THEN TRUE
                    WHEN COALESCE(POSITION(' date ' IN c."_none"), 0) > 0
                    THEN TRUE
                    WHEN COALESCE(POSITION(' date ' IN c."_hidden"), 0) > 0
                    THEN FALSE
                    WHEN j1."_read" = 'whole'
                    THEN FALSE
                  END
                )
              )
              AND CASE WHEN NOT (
                c."date" IS NULL
              ) THEN TRUE END
            )
          )
        )
        AND (
          NOT (
            (
              NOT (
                c."kind" IS NULL
              )
            ) AND (
              c."kind" = 'other_approval'
            )
          )
        )
        THEN c."amount"
      END AS DECIMAL(38, 0))
    ) AS c1,
    SUM(
      CAST(CASE
        WHEN (
          (
            (
              NOT (
                c."number" IS NULL
              )
            )
            OR (
              (
                NOT (
                  CASE
                    WHEN NOT (
                      c."number" IS NULL
                    )
                    THEN TRUE
                    WHEN COALESCE(POSITION(' number ' IN c."_none"), 0) > 0
                    THEN TRUE
                    WHEN COALESCE(POSITION(' number ' IN c."_hidden"), 0) > 0
                    THEN FALSE
                    WHEN j1."_read" = 'whole'
                    THEN FALSE
                  END
                )
              )
              AND CASE WHEN NOT (
                c."number" IS NULL
              ) THEN TRUE END
            )
          )
          AND (
            (
              NOT (
                c."date" IS NULL
              )
            )
            OR (
              (
                NOT (
                  CASE
                    WHEN NOT (
                      c."date" IS NULL
                    )
                    THEN TRUE
                    WHEN COALESCE(POSITION(' date ' IN c."_none"), 0) > 0
                    THEN TRUE
                    WHEN COALESCE(POSITION(' date ' IN c."_hidden"), 0) > 0
                    THEN FALSE
                    WHEN j1."_read" = 'whole'
                    THEN FALSE
                  END
                )
              )
              AND CASE WHEN NOT (
                c."date" IS NULL
              ) THEN TRUE END
            )
          )
        )
        AND (
          NOT (
            (
              NOT (
                c."kind" IS NULL
              )
            ) AND (
              c."kind" = 'other_approval'
            )
          )
        )
        THEN (
          CAST(2 AS BIGINT) * c."amount"
        ) - c."amount__step"
      END AS DECIMAL(38, 0))
    ) AS c2,
    SUM(
      CAST(CASE
        WHEN (
          (
            (
              NOT (
                c."number" IS NULL
              )
            )
            OR (
              (
                NOT (
                  CASE
                    WHEN NOT (
                      c."number" IS NULL
                    )
                    THEN TRUE
                    WHEN COALESCE(POSITION(' number ' IN c."_none"), 0) > 0
                    THEN TRUE
                    WHEN COALESCE(POSITION(' number ' IN c."_hidden"), 0) > 0
                    THEN FALSE
                    WHEN j1."_read" = 'whole'
                    THEN FALSE
                  END
                )
              )
              AND CASE WHEN NOT (
                c."number" IS NULL
              ) THEN TRUE END
            )
          )
          AND (
            (
              NOT (
                c."date" IS NULL
              )
            )
            OR (
              (
                NOT (
                  CASE
                    WHEN NOT (
                      c."date" IS NULL
                    )
                    THEN TRUE
                    WHEN COALESCE(POSITION(' date ' IN c."_none"), 0) > 0
                    THEN TRUE
                    WHEN COALESCE(POSITION(' date ' IN c."_hidden"), 0) > 0
                    THEN FALSE
                    WHEN j1."_read" = 'whole'
                    THEN FALSE
                  END
                )
              )
              AND CASE WHEN NOT (
                c."date" IS NULL
              ) THEN TRUE END
            )
          )
        )
        AND (
          NOT (
            (
              NOT (
                c."kind" IS NULL
              )
            ) AND (
              c."kind" = 'other_approval'
            )
          )
        )
        THEN (
          CAST(2 AS BIGINT) * c."amount"
        ) + c."amount__step"
      END AS DECIMAL(38, 0))
    ) AS c3,
    COUNT(
      CASE
        WHEN (
          (
            (
              (
                (
                  NOT (
                    c."number" IS NULL
                  )
                )
                OR (
                  (
                    NOT (
                      CASE
                        WHEN NOT (
                          c."number" IS NULL
                        )
                        THEN TRUE
                        WHEN COALESCE(POSITION(' number ' IN c."_none"), 0) > 0
                        THEN TRUE
                        WHEN COALESCE(POSITION(' number ' IN c."_hidden"), 0) > 0
                        THEN FALSE
                        WHEN j1."_read" = 'whole'
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE WHEN NOT (
                    c."number" IS NULL
                  ) THEN TRUE END
                )
              )
              AND (
                (
                  NOT (
                    c."date" IS NULL
                  )
                )
                OR (
                  (
                    NOT (
                      CASE
                        WHEN NOT (
                          c."date" IS NULL
                        )
                        THEN TRUE
                        WHEN COALESCE(POSITION(' date ' IN c."_none"), 0) > 0
                        THEN TRUE
                        WHEN COALESCE(POSITION(' date ' IN c."_hidden"), 0) > 0
                        THEN FALSE
                        WHEN j1."_read" = 'whole'
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE WHEN NOT (
                    c."date" IS NULL
                  ) THEN TRUE END
                )
              )
            )
            AND (
              NOT (
                (
                  NOT (
                    c."kind" IS NULL
                  )
                ) AND (
                  c."kind" = 'other_approval'
                )
              )
            )
          ) IS NULL
        )
        OR (
          (
            (
              (
                (
                  NOT (
                    c."number" IS NULL
                  )
                )
                OR (
                  (
                    NOT (
                      CASE
                        WHEN NOT (
                          c."number" IS NULL
                        )
                        THEN TRUE
                        WHEN COALESCE(POSITION(' number ' IN c."_none"), 0) > 0
                        THEN TRUE
                        WHEN COALESCE(POSITION(' number ' IN c."_hidden"), 0) > 0
                        THEN FALSE
                        WHEN j1."_read" = 'whole'
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE WHEN NOT (
                    c."number" IS NULL
                  ) THEN TRUE END
                )
              )
              AND (
                (
                  NOT (
                    c."date" IS NULL
                  )
                )
                OR (
                  (
                    NOT (
                      CASE
                        WHEN NOT (
                          c."date" IS NULL
                        )
                        THEN TRUE
                        WHEN COALESCE(POSITION(' date ' IN c."_none"), 0) > 0
                        THEN TRUE
                        WHEN COALESCE(POSITION(' date ' IN c."_hidden"), 0) > 0
                        THEN FALSE
                        WHEN j1."_read" = 'whole'
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE WHEN NOT (
                    c."date" IS NULL
                  ) THEN TRUE END
                )
              )
            )
            AND (
              NOT (
                (
                  NOT (
                    c."kind" IS NULL
                  )
                ) AND (
                  c."kind" = 'other_approval'
                )
              )
            )
          )
          AND (
            c."amount" IS NULL
          )
        )
        THEN 1
      END
    ) AS c4,
    SUM(
      CAST(CASE
        WHEN NOT (
          NOT (
            c."amount" IS NULL
          )
        )
        THEN CAST(100000000000000 AS BIGINT)
        ELSE CASE
          WHEN NOT (
            (
              (
                (
                  (
                    NOT (
                      c."number" IS NULL
                    )
                  )
                  OR (
                    (
                      NOT (
                        CASE
                          WHEN NOT (
                            c."number" IS NULL
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' number ' IN c."_none"), 0) > 0
                          THEN TRUE
                          WHEN COALESCE(POSITION(' number ' IN c."_hidden"), 0) > 0
                          THEN FALSE
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE WHEN NOT (
                      c."number" IS NULL
                    ) THEN TRUE END
                  )
                )
                AND (
                  (
                    NOT (
                      c."date" IS NULL
                    )
                  )
                  OR (
                    (
                      NOT (
                        CASE
                          WHEN NOT (
                            c."date" IS NULL
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' date ' IN c."_none"), 0) > 0
                          THEN TRUE
                          WHEN COALESCE(POSITION(' date ' IN c."_hidden"), 0) > 0
                          THEN FALSE
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE WHEN NOT (
                      c."date" IS NULL
                    ) THEN TRUE END
                  )
                )
              )
              AND (
                NOT (
                  (
                    NOT (
                      c."kind" IS NULL
                    )
                  ) AND (
                    c."kind" = 'other_approval'
                  )
                )
              )
            ) IS NULL
          )
          THEN CAST(0 AS BIGINT)
          ELSE c."amount"
        END
      END AS DECIMAL(38, 0))
    ) AS c5,
    COUNT(
      CASE
        WHEN (
          (
            (
              (
                (
                  NOT (
                    c."number" IS NULL
                  )
                )
                OR (
                  (
                    NOT (
                      CASE
                        WHEN NOT (
                          c."number" IS NULL
                        )
                        THEN TRUE
                        WHEN COALESCE(POSITION(' number ' IN c."_none"), 0) > 0
                        THEN TRUE
                        WHEN COALESCE(POSITION(' number ' IN c."_hidden"), 0) > 0
                        THEN FALSE
                        WHEN j1."_read" = 'whole'
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE WHEN NOT (
                    c."number" IS NULL
                  ) THEN TRUE END
                )
              )
              AND (
                (
                  NOT (
                    c."date" IS NULL
                  )
                )
                OR (
                  (
                    NOT (
                      CASE
                        WHEN NOT (
                          c."date" IS NULL
                        )
                        THEN TRUE
                        WHEN COALESCE(POSITION(' date ' IN c."_none"), 0) > 0
                        THEN TRUE
                        WHEN COALESCE(POSITION(' date ' IN c."_hidden"), 0) > 0
                        THEN FALSE
                        WHEN j1."_read" = 'whole'
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE WHEN NOT (
                    c."date" IS NULL
                  ) THEN TRUE END
                )
              )
            )
            AND (
              NOT (
                (
                  NOT (
                    c."kind" IS NULL
                  )
                ) AND (
                  c."kind" = 'other_approval'
                )
              )
            )
          ) IS NULL
        )
        OR (
          (
            (
              (
                (
                  NOT (
                    c."number" IS NULL
                  )
                )
                OR (
                  (
                    NOT (
                      CASE
                        WHEN NOT (
                          c."number" IS NULL
                        )
                        THEN TRUE
                        WHEN COALESCE(POSITION(' number ' IN c."_none"), 0) > 0
                        THEN TRUE
                        WHEN COALESCE(POSITION(' number ' IN c."_hidden"), 0) > 0
                        THEN FALSE
                        WHEN j1."_read" = 'whole'
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE WHEN NOT (
                    c."number" IS NULL
                  ) THEN TRUE END
                )
              )
              AND (
                (
                  NOT (
                    c."date" IS NULL
                  )
                )
                OR (
                  (
                    NOT (
                      CASE
                        WHEN NOT (
                          c."date" IS NULL
                        )
                        THEN TRUE
                        WHEN COALESCE(POSITION(' date ' IN c."_none"), 0) > 0
                        THEN TRUE
                        WHEN COALESCE(POSITION(' date ' IN c."_hidden"), 0) > 0
                        THEN FALSE
                        WHEN j1."_read" = 'whole'
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE WHEN NOT (
                    c."date" IS NULL
                  ) THEN TRUE END
                )
              )
            )
            AND (
              NOT (
                (
                  NOT (
                    c."kind" IS NULL
                  )
                ) AND (
                  c."kind" = 'other_approval'
                )
              )
            )
          )
          AND (
            (
              (
                CAST(2 AS BIGINT) * c."amount"
              ) - CASE
                WHEN c."amount" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  c."amount" = 0
                )
                THEN c."amount__step"
              END
            ) IS NULL
          )
        )
        THEN 1
      END
    ) AS c6,
    SUM(
      CAST(CASE
        WHEN (
          (
            (
              NOT (
                c."number" IS NULL
              )
            )
            OR (
              (
                NOT (
                  CASE
                    WHEN NOT (
                      c."number" IS NULL
                    )
                    THEN TRUE
                    WHEN COALESCE(POSITION(' number ' IN c."_none"), 0) > 0
                    THEN TRUE
                    WHEN COALESCE(POSITION(' number ' IN c."_hidden"), 0) > 0
                    THEN FALSE
                    WHEN j1."_read" = 'whole'
                    THEN FALSE
                  END
                )
              )
              AND CASE WHEN NOT (
                c."number" IS NULL
              ) THEN TRUE END
            )
          )
          AND (
            (
              NOT (
                c."date" IS NULL
              )
            )
            OR (
              (
                NOT (
                  CASE
                    WHEN NOT (
                      c."date" IS NULL
                    )
                    THEN TRUE
                    WHEN COALESCE(POSITION(' date ' IN c."_none"), 0) > 0
                    THEN TRUE
                    WHEN COALESCE(POSITION(' date ' IN c."_hidden"), 0) > 0
                    THEN FALSE
                    WHEN j1."_read" = 'whole'
                    THEN FALSE
                  END
                )
              )
              AND CASE WHEN NOT (
                c."date" IS NULL
              ) THEN TRUE END
            )
          )
        )
        AND (
          NOT (
            (
              NOT (
                c."kind" IS NULL
              )
            ) AND (
              c."kind" = 'other_approval'
            )
          )
        )
        THEN (
          CAST(2 AS BIGINT) * c."amount"
        ) - CASE
          WHEN c."amount" = 0
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            c."amount" = 0
          )
          THEN c."amount__step"
        END
      END AS DECIMAL(38, 0))
    ) AS c7,
    SUM(
      CAST(CASE
        WHEN (
          (
            (
              NOT (
                c."number" IS NULL
              )
            )
            OR (
              (
                NOT (
                  CASE
                    WHEN NOT (
                      c."number" IS NULL
                    )
                    THEN TRUE
                    WHEN COALESCE(POSITION(' number ' IN c."_none"), 0) > 0
                    THEN TRUE
                    WHEN COALESCE(POSITION(' number ' IN c."_hidden"), 0) > 0
                    THEN FALSE
                    WHEN j1."_read" = 'whole'
                    THEN FALSE
                  END
                )
              )
              AND CASE WHEN NOT (
                c."number" IS NULL
              ) THEN TRUE END
            )
          )
          AND (
            (
              NOT (
                c."date" IS NULL
              )
            )
            OR (
              (
                NOT (
                  CASE
                    WHEN NOT (
                      c."date" IS NULL
                    )
                    THEN TRUE
                    WHEN COALESCE(POSITION(' date ' IN c."_none"), 0) > 0
                    THEN TRUE
                    WHEN COALESCE(POSITION(' date ' IN c."_hidden"), 0) > 0
                    THEN FALSE
                    WHEN j1."_read" = 'whole'
                    THEN FALSE
                  END
                )
              )
              AND CASE WHEN NOT (
                c."date" IS NULL
              ) THEN TRUE END
            )
          )
        )
        AND (
          NOT (
            (
              NOT (
                c."kind" IS NULL
              )
            ) AND (
              c."kind" = 'other_approval'
            )
          )
        )
        THEN (
          CAST(2 AS BIGINT) * c."amount"
        ) + CASE
          WHEN c."amount" = 0
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            c."amount" = 0
          )
          THEN c."amount__step"
        END
      END AS DECIMAL(38, 0))
    ) AS c8,
    SUM(
      CAST(CASE
        WHEN NOT (
          NOT (
            c."amount" IS NULL
          )
        )
        THEN CAST(200000000000000 AS BIGINT)
        ELSE CASE
          WHEN NOT (
            (
              (
                (
                  (
                    NOT (
                      c."number" IS NULL
                    )
                  )
                  OR (
                    (
                      NOT (
                        CASE
                          WHEN NOT (
                            c."number" IS NULL
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' number ' IN c."_none"), 0) > 0
                          THEN TRUE
                          WHEN COALESCE(POSITION(' number ' IN c."_hidden"), 0) > 0
                          THEN FALSE
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE WHEN NOT (
                      c."number" IS NULL
                    ) THEN TRUE END
                  )
                )
                AND (
                  (
                    NOT (
                      c."date" IS NULL
                    )
                  )
                  OR (
                    (
                      NOT (
                        CASE
                          WHEN NOT (
                            c."date" IS NULL
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' date ' IN c."_none"), 0) > 0
                          THEN TRUE
                          WHEN COALESCE(POSITION(' date ' IN c."_hidden"), 0) > 0
                          THEN FALSE
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE WHEN NOT (
                      c."date" IS NULL
                    ) THEN TRUE END
                  )
                )
              )
              AND (
                NOT (
                  (
                    NOT (
                      c."kind" IS NULL
                    )
                  ) AND (
                    c."kind" = 'other_approval'
                  )
                )
              )
            ) IS NULL
          )
          THEN CAST(0 AS BIGINT)
          ELSE (
            CAST(2 AS BIGINT) * c."amount"
          ) - CASE
            WHEN c."amount" = 0
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              c."amount" = 0
            )
            THEN c."amount__step"
          END
        END
      END AS DECIMAL(38, 0))
    ) AS c9,
    SUM(
      CAST(CASE
        WHEN NOT (
          NOT (
            c."amount" IS NULL
          )
        )
        THEN CAST(200000000000000 AS BIGINT)
        ELSE CASE
          WHEN NOT (
            (
              (
                (
                  (
                    NOT (
                      c."number" IS NULL
                    )
                  )
                  OR (
                    (
                      NOT (
                        CASE
                          WHEN NOT (
                            c."number" IS NULL
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' number ' IN c."_none"), 0) > 0
                          THEN TRUE
                          WHEN COALESCE(POSITION(' number ' IN c."_hidden"), 0) > 0
                          THEN FALSE
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE WHEN NOT (
                      c."number" IS NULL
                    ) THEN TRUE END
                  )
                )
                AND (
                  (
                    NOT (
                      c."date" IS NULL
                    )
                  )
                  OR (
                    (
                      NOT (
                        CASE
                          WHEN NOT (
                            c."date" IS NULL
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' date ' IN c."_none"), 0) > 0
                          THEN TRUE
                          WHEN COALESCE(POSITION(' date ' IN c."_hidden"), 0) > 0
                          THEN FALSE
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE WHEN NOT (
                      c."date" IS NULL
                    ) THEN TRUE END
                  )
                )
              )
              AND (
                NOT (
                  (
                    NOT (
                      c."kind" IS NULL
                    )
                  ) AND (
                    c."kind" = 'other_approval'
                  )
                )
              )
            ) IS NULL
          )
          THEN CAST(0 AS BIGINT)
          ELSE (
            CAST(2 AS BIGINT) * c."amount"
          ) + CASE
            WHEN c."amount" = 0
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              c."amount" = 0
            )
            THEN c."amount__step"
          END
        END
      END AS DECIMAL(38, 0))
    ) AS c10,
    COUNT(
      CASE
        WHEN (
          NOT (
            c."kind" IS NULL
          )
        ) AND (
          c."kind" = 'other_approval'
        )
        THEN 1
      END
    ) AS c11,
    COUNT(
      CASE
        WHEN (
          (
            NOT (
              c."kind" IS NULL
            )
          ) AND (
            c."kind" = 'other_approval'
          )
        ) IS NULL
        THEN 1
      END
    ) AS c12,
    SUM(
      CAST(CASE
        WHEN (
          (
            (
              (
                NOT (
                  c."number" IS NULL
                )
              )
              OR (
                (
                  NOT (
                    CASE
                      WHEN NOT (
                        c."number" IS NULL
                      )
                      THEN TRUE
                      WHEN COALESCE(POSITION(' number ' IN c."_none"), 0) > 0
                      THEN TRUE
                      WHEN COALESCE(POSITION(' number ' IN c."_hidden"), 0) > 0
                      THEN FALSE
                      WHEN j1."_read" = 'whole'
                      THEN FALSE
                    END
                  )
                )
                AND CASE WHEN NOT (
                  c."number" IS NULL
                ) THEN TRUE END
              )
            )
            AND (
              (
                NOT (
                  c."date" IS NULL
                )
              )
              OR (
                (
                  NOT (
                    CASE
                      WHEN NOT (
                        c."date" IS NULL
                      )
                      THEN TRUE
                      WHEN COALESCE(POSITION(' date ' IN c."_none"), 0) > 0
                      THEN TRUE
                      WHEN COALESCE(POSITION(' date ' IN c."_hidden"), 0) > 0
                      THEN FALSE
                      WHEN j1."_read" = 'whole'
                      THEN FALSE
                    END
                  )
                )
                AND CASE WHEN NOT (
                  c."date" IS NULL
                ) THEN TRUE END
              )
            )
          )
          AND (
            NOT (
              (
                NOT (
                  c."kind" IS NULL
                )
              ) AND (
                c."kind" = 'other_approval'
              )
            )
          )
        )
        AND (
          c."amount" > 0
        )
        THEN c."amount"
      END AS DECIMAL(38, 0))
    ) AS c13
  FROM "approval" AS c
  LEFT JOIN "unit" AS j1
    ON j1."_case" = c."_case"
  WHERE
    NOT (
      c."_owner" IS NULL
    )
  GROUP BY
    c."_owner"
), "budget_line_9" AS (
  SELECT
    c."parent" AS k1,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END) AS c1,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END) AS c2,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END) AS c3,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END) AS c4,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END) AS c5,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END) AS c6
  FROM "budget_line" AS c
  LEFT JOIN "approval_2" AS a1
    ON a1."k1" = c."_fact"
  WHERE
    NOT (
      c."parent" IS NULL
    )
  GROUP BY
    c."parent"
), "budget_line_5" AS (
  SELECT
    c."parent" AS k1,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END) AS c1,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END) AS c2,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END) AS c3,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END) AS c4,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END) AS c5,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END) AS c6,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
    ) AS c7,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
    ) AS c8,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
    ) AS c9,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c4", 0) END
    ) AS c10,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c5", 0) END
    ) AS c11,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c6", 0) END
    ) AS c12
  FROM "budget_line" AS c
  LEFT JOIN "approval_2" AS a1
    ON a1."k1" = c."_fact"
  LEFT JOIN "budget_line_9" AS a2
    ON a2."k1" = c."_fact"
  WHERE
    NOT (
      c."parent" IS NULL
    )
  GROUP BY
    c."parent"
), "budget_line_6" AS (
  SELECT
    c."parent" AS k1,
    SUM(
      CAST(CASE
        WHEN NOT (
          c."carry_in" IS NULL
        )
        THEN c."carry_in"
        ELSE CAST(0 AS BIGINT)
      END AS DECIMAL(38, 0))
    ) AS c1,
    SUM(
      CAST(CASE
        WHEN NOT (
          c."carry_in" IS NULL
        )
        THEN (
          CAST(2 AS BIGINT) * c."carry_in"
        ) - CASE
          WHEN c."carry_in" = 0
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            c."carry_in" = 0
          )
          THEN c."carry_in__step"
        END
        ELSE CAST(0 AS BIGINT)
      END AS DECIMAL(38, 0))
    ) AS c2,
    SUM(
      CAST(CASE
        WHEN NOT (
          c."carry_in" IS NULL
        )
        THEN (
          CAST(2 AS BIGINT) * c."carry_in"
        ) + CASE
          WHEN c."carry_in" = 0
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            c."carry_in" = 0
          )
          THEN c."carry_in__step"
        END
        ELSE CAST(0 AS BIGINT)
      END AS DECIMAL(38, 0))
    ) AS c3,
    COUNT(*) AS c4
  FROM "budget_line" AS c
  WHERE
    NOT (
      c."parent" IS NULL
    )
  GROUP BY
    c."parent"
), "budget_line_4" AS (
  SELECT
    c."parent" AS k1,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
    ) AS c1,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
    ) AS c2,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
    ) AS c3,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c4", 0) END
    ) AS c4,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c5", 0) END
    ) AS c5,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c6", 0) END
    ) AS c6,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END) AS c7,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END) AS c8,
    SUM(CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END) AS c9,
    SUM(
      CASE
        WHEN NOT (
          c."carry_in" IS NULL
        )
        THEN CAST(c."carry_in" AS DECIMAL(38, 0))
        ELSE CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END
      END
    ) AS c10,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c7", 0) END
    ) AS c11,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c8", 0) END
    ) AS c12,
    SUM(
      CASE
        WHEN NOT (
          c."carry_in" IS NULL
        )
        THEN CAST((
          CAST(2 AS BIGINT) * c."carry_in"
        ) - CASE
          WHEN c."carry_in" = 0
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            c."carry_in" = 0
          )
          THEN c."carry_in__step"
        END AS DECIMAL(38, 0))
        ELSE CASE WHEN TRUE THEN COALESCE(a3."c2", 0) END
      END
    ) AS c13,
    SUM(
      CASE
        WHEN NOT (
          c."carry_in" IS NULL
        )
        THEN CAST((
          CAST(2 AS BIGINT) * c."carry_in"
        ) + CASE
          WHEN c."carry_in" = 0
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            c."carry_in" = 0
          )
          THEN c."carry_in__step"
        END AS DECIMAL(38, 0))
        ELSE CASE WHEN TRUE THEN COALESCE(a3."c3", 0) END
      END
    ) AS c14,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c9", 0) END
    ) AS c15,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
    ) AS c16,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
    ) AS c17,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
    ) AS c18
  FROM "budget_line" AS c
  LEFT JOIN "approval_2" AS a1
    ON a1."k1" = c."_fact"
  LEFT JOIN "budget_line_5" AS a2
    ON a2."k1" = c."_fact"
  LEFT JOIN "budget_line_6" AS a3
    ON a3."k1" = c."_fact"
  WHERE
    NOT (
      c."parent" IS NULL
    )
  GROUP BY
    c."parent"
), "budget_line_10" AS (
  SELECT
    c."_case" AS k1,
    SUM(
      CASE
        WHEN (
          (
            c."kind" = 'total'
          ) OR (
            c."kind" = 'basic'
          )
        )
        OR (
          c."kind" = 'project'
        )
        THEN CASE
          WHEN (
            (
              CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
            ) + CASE
              WHEN (
                CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN c."carry_in"
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
              ) >= 0
              THEN CASE
                WHEN NOT (
                  c."carry_in" IS NULL
                )
                THEN c."carry_in"
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
              WHEN NOT (
                (
                  CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN c."carry_in"
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
          ) >= 0
          THEN (
            CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
          ) + CASE
            WHEN (
              CASE
                WHEN NOT (
                  c."carry_in" IS NULL
                )
                THEN c."carry_in"
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
            ) >= 0
            THEN CASE
              WHEN NOT (
                c."carry_in" IS NULL
              )
              THEN c."carry_in"
              ELSE CAST(0 AS BIGINT)
            END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
            WHEN NOT (
              (
                CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN c."carry_in"
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
              ) >= 0
            )
            THEN CAST(0 AS DECIMAL(38, 0))
          END
          WHEN NOT (
            (
              (
                CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN c."carry_in"
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN c."carry_in"
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN c."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            ) >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c1,
    SUM(
      CASE
        WHEN (
          (
            c."kind" = 'total'
          ) OR (
            c."kind" = 'basic'
          )
        )
        OR (
          c."kind" = 'project'
        )
        THEN CASE
          WHEN (
            (
              CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END
            ) + CASE
              WHEN (
                CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) - CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
              ) >= 0
              THEN CASE
                WHEN NOT (
                  c."carry_in" IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * c."carry_in"
                ) - CASE
                  WHEN c."carry_in" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."carry_in" = 0
                  )
                  THEN c."carry_in__step"
                END
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
              WHEN NOT (
                (
                  CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * c."carry_in"
                    ) - CASE
                      WHEN c."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."carry_in" = 0
                      )
                      THEN c."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
          ) >= 0
          THEN (
            CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END
          ) + CASE
            WHEN (
              CASE
                WHEN NOT (
                  c."carry_in" IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * c."carry_in"
                ) - CASE
                  WHEN c."carry_in" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."carry_in" = 0
                  )
                  THEN c."carry_in__step"
                END
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
            ) >= 0
            THEN CASE
              WHEN NOT (
                c."carry_in" IS NULL
              )
              THEN (
                CAST(2 AS BIGINT) * c."carry_in"
              ) - CASE
                WHEN c."carry_in" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  c."carry_in" = 0
                )
                THEN c."carry_in__step"
              END
              ELSE CAST(0 AS BIGINT)
            END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
            WHEN NOT (
              (
                CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) - CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
              ) >= 0
            )
            THEN CAST(0 AS DECIMAL(38, 0))
          END
          WHEN NOT (
            (
              (
                CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * c."carry_in"
                    ) - CASE
                      WHEN c."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."carry_in" = 0
                      )
                      THEN c."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) - CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * c."carry_in"
                      ) - CASE
                        WHEN c."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."carry_in" = 0
                        )
                        THEN c."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            ) >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c2,
    SUM(
      CASE
        WHEN (
          (
            c."kind" = 'total'
          ) OR (
            c."kind" = 'basic'
          )
        )
        OR (
          c."kind" = 'project'
        )
        THEN CASE
          WHEN (
            (
              CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END
            ) + CASE
              WHEN (
                CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) + CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
              ) >= 0
              THEN CASE
                WHEN NOT (
                  c."carry_in" IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * c."carry_in"
                ) + CASE
                  WHEN c."carry_in" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."carry_in" = 0
                  )
                  THEN c."carry_in__step"
                END
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
              WHEN NOT (
                (
                  CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * c."carry_in"
                    ) + CASE
                      WHEN c."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."carry_in" = 0
                      )
                      THEN c."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
          ) >= 0
          THEN (
            CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END
          ) + CASE
            WHEN (
              CASE
                WHEN NOT (
                  c."carry_in" IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * c."carry_in"
                ) + CASE
                  WHEN c."carry_in" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."carry_in" = 0
                  )
                  THEN c."carry_in__step"
                END
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
            ) >= 0
            THEN CASE
              WHEN NOT (
                c."carry_in" IS NULL
              )
              THEN (
                CAST(2 AS BIGINT) * c."carry_in"
              ) + CASE
                WHEN c."carry_in" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  c."carry_in" = 0
                )
                THEN c."carry_in__step"
              END
              ELSE CAST(0 AS BIGINT)
            END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
            WHEN NOT (
              (
                CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) + CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
              ) >= 0
            )
            THEN CAST(0 AS DECIMAL(38, 0))
          END
          WHEN NOT (
            (
              (
                CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * c."carry_in"
                    ) + CASE
                      WHEN c."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."carry_in" = 0
                      )
                      THEN c."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) + CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * c."carry_in"
                      ) + CASE
                        WHEN c."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."carry_in" = 0
                        )
                        THEN c."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            ) >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c3
  FROM "budget_line" AS c
  LEFT JOIN "approval_2" AS a1
    ON a1."k1" = c."_fact"
  LEFT JOIN "budget_line_6" AS a2
    ON a2."k1" = c."_fact"
  WHERE
    NOT (
      c."_case" IS NULL
    )
  GROUP BY
    c."_case"
), "budget_line_3" AS (
  SELECT
    c."parent" AS k1,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
    ) AS c1,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
    ) AS c2,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
    ) AS c3,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c4", 0) END
    ) AS c4,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c5", 0) END
    ) AS c5,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c6", 0) END
    ) AS c6,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c7", 0) END
    ) AS c7,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c8", 0) END
    ) AS c8,
    SUM(
      CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c9", 0) END
    ) AS c9,
    COUNT(
      CASE
        WHEN (
          (
            (
              CAST(c."actual" AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
            ) > (
              CAST(c."initial_budget" AS DECIMAL(38, 0)) * CAST(105 AS BIGINT)
            )
          )
          AND (
            CASE
              WHEN NOT (
                c."adjusted_budget" IS NULL
              )
              THEN CASE
                WHEN v9."v" <= (
                  c."actual" - c."adjusted_budget"
                )
                THEN v9."v"
                WHEN NOT (
                  v9."v" <= (
                    c."actual" - c."adjusted_budget"
                  )
                )
                THEN CAST(c."actual" - c."adjusted_budget" AS DECIMAL(38, 0))
              END
              ELSE CASE
                WHEN v8."v"
                THEN (
                  (
                    (
                      c."actual" - c."initial_budget"
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                  )
                ) - (
                  (
                    CASE
                      WHEN c."kind" <> 'item'
                      THEN CASE
                        WHEN NOT (
                          j3."kind" IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                          THEN (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            (
                              (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        c."kind" <> 'item'
                      )
                      THEN CASE
                        WHEN (
                          NOT (
                            j3."kind" IS NULL
                          )
                        ) AND (
                          j3."kind" = 'item'
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                          WHEN (
                            (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                          THEN (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            (
                              (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            NOT (
                              j3."kind" IS NULL
                            )
                          ) AND (
                            j3."kind" = 'item'
                          )
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      END
                    END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
                  ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
                )
                WHEN NOT (
                  v8."v"
                )
                THEN (
                  (
                    c."actual" - c."initial_budget"
                  ) - CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                    ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                )
              END
            END > 0
          )
        )
        AND (
          (
            (
              (
                (
                  c."actual" - c."initial_budget"
                ) - CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                  ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                END
              ) - (
                CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
              )
            ) > (
              (
                CASE
                  WHEN c."kind" <> 'item'
                  THEN CASE
                    WHEN NOT (
                      j3."kind" IS NULL
                    )
                    THEN CASE
                      WHEN (
                        (
                          CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                      ) >= 0
                      THEN (
                        CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        (
                          (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    ELSE CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    c."kind" <> 'item'
                  )
                  THEN CASE
                    WHEN (
                      NOT (
                        j3."kind" IS NULL
                      )
                    ) AND (
                      j3."kind" = 'item'
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                      WHEN (
                        (
                          CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                      ) >= 0
                      THEN (
                        CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        (
                          (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      (
                        NOT (
                          j3."kind" IS NULL
                        )
                      ) AND (
                        j3."kind" = 'item'
                      )
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                  END
                END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
              ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
            )
          )
          OR NULL
        )
        THEN 1
      END
    ) AS c10,
    COUNT(
      CASE
        WHEN (
          (
            (
              (
                CAST(c."actual" AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
              ) > (
                CAST(c."initial_budget" AS DECIMAL(38, 0)) * CAST(105 AS BIGINT)
              )
            )
            AND (
              CASE
                WHEN NOT (
                  c."adjusted_budget" IS NULL
                )
                THEN CASE
                  WHEN v9."v" <= (
                    c."actual" - c."adjusted_budget"
                  )
                  THEN v9."v"
                  WHEN NOT (
                    v9."v" <= (
                      c."actual" - c."adjusted_budget"
                    )
                  )
                  THEN CAST(c."actual" - c."adjusted_budget" AS DECIMAL(38, 0))
                END
                ELSE CASE
                  WHEN v8."v"
                  THEN (
                    (
                      (
                        c."actual" - c."initial_budget"
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                    )
                  ) - (
                    (
                      CASE
                        WHEN c."kind" <> 'item'
                        THEN CASE
                          WHEN NOT (
                            j3."kind" IS NULL
                          )
                          THEN CASE
                            WHEN (
                              (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                            THEN (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                            WHEN NOT (
                              (
                                (
                                  CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                                ) + CASE
                                  WHEN (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                  THEN CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  WHEN NOT (
                                    (
                                      CASE
                                        WHEN NOT (
                                          j3."carry_in" IS NULL
                                        )
                                        THEN j3."carry_in"
                                        ELSE CAST(0 AS BIGINT)
                                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    ) >= 0
                                  )
                                  THEN CAST(0 AS DECIMAL(38, 0))
                                END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          ELSE CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          c."kind" <> 'item'
                        )
                        THEN CASE
                          WHEN (
                            NOT (
                              j3."kind" IS NULL
                            )
                          ) AND (
                            j3."kind" = 'item'
                          )
                          THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                            WHEN (
                              (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                            THEN (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                            WHEN NOT (
                              (
                                (
                                  CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                                ) + CASE
                                  WHEN (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                  THEN CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  WHEN NOT (
                                    (
                                      CASE
                                        WHEN NOT (
                                          j3."carry_in" IS NULL
                                        )
                                        THEN j3."carry_in"
                                        ELSE CAST(0 AS BIGINT)
                                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    ) >= 0
                                  )
                                  THEN CAST(0 AS DECIMAL(38, 0))
                                END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            (
                              NOT (
                                j3."kind" IS NULL
                              )
                            ) AND (
                              j3."kind" = 'item'
                            )
                          )
                          THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        END
                      END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
                    ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
                  )
                  WHEN NOT (
                    v8."v"
                  )
                  THEN (
                    (
                      c."actual" - c."initial_budget"
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                  )
                END
              END > 0
            )
          )
          AND (
            (
              (
                (
                  (
                    c."actual" - c."initial_budget"
                  ) - CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                    ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                )
              ) > (
                (
                  CASE
                    WHEN c."kind" <> 'item'
                    THEN CASE
                      WHEN NOT (
                        j3."kind" IS NULL
                      )
                      THEN CASE
                        WHEN (
                          (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                        ) >= 0
                        THEN (
                          CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      ELSE CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      c."kind" <> 'item'
                    )
                    THEN CASE
                      WHEN (
                        NOT (
                          j3."kind" IS NULL
                        )
                      ) AND (
                        j3."kind" = 'item'
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                        WHEN (
                          (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                        ) >= 0
                        THEN (
                          CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        (
                          NOT (
                            j3."kind" IS NULL
                          )
                        ) AND (
                          j3."kind" = 'item'
                        )
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    END
                  END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
                ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
              )
            )
            OR NULL
          )
        ) IS NULL
        THEN 1
      END
    ) AS c11,
    COUNT(
      CASE
        WHEN (
          CASE
            WHEN CASE
              WHEN (
                CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                  (
                    CAST(2 AS BIGINT) * c."initial_budget"
                  ) - CASE
                    WHEN c."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."initial_budget" = 0
                    )
                    THEN c."initial_budget__step"
                  END
                )
              ) >= (
                CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                  (
                    CAST(2 AS BIGINT) * c."initial_budget"
                  ) + CASE
                    WHEN c."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."initial_budget" = 0
                    )
                    THEN c."initial_budget__step"
                  END
                )
              )
              THEN CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                (
                  CAST(2 AS BIGINT) * c."initial_budget"
                ) - CASE
                  WHEN c."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."initial_budget" = 0
                  )
                  THEN c."initial_budget__step"
                END
              )
              WHEN NOT (
                (
                  CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                    (
                      CAST(2 AS BIGINT) * c."initial_budget"
                    ) - CASE
                      WHEN c."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."initial_budget" = 0
                      )
                      THEN c."initial_budget__step"
                    END
                  )
                ) >= (
                  CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                    (
                      CAST(2 AS BIGINT) * c."initial_budget"
                    ) + CASE
                      WHEN c."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."initial_budget" = 0
                      )
                      THEN c."initial_budget__step"
                    END
                  )
                )
              )
              THEN CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                (
                  CAST(2 AS BIGINT) * c."initial_budget"
                ) + CASE
                  WHEN c."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."initial_budget" = 0
                  )
                  THEN c."initial_budget__step"
                END
              )
            END < (
              CAST((
                CAST(2 AS BIGINT) * c."actual"
              ) - CASE
                WHEN c."actual" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  c."actual" = 0
                )
                THEN c."actual__step"
              END AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
            )
            THEN TRUE
            WHEN CASE
              WHEN (
                CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                  (
                    CAST(2 AS BIGINT) * c."initial_budget"
                  ) - CASE
                    WHEN c."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."initial_budget" = 0
                    )
                    THEN c."initial_budget__step"
                  END
                )
              ) <= (
                CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                  (
                    CAST(2 AS BIGINT) * c."initial_budget"
                  ) + CASE
                    WHEN c."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."initial_budget" = 0
                    )
                    THEN c."initial_budget__step"
                  END
                )
              )
              THEN CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                (
                  CAST(2 AS BIGINT) * c."initial_budget"
                ) - CASE
                  WHEN c."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."initial_budget" = 0
                  )
                  THEN c."initial_budget__step"
                END
              )
              WHEN NOT (
                (
                  CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                    (
                      CAST(2 AS BIGINT) * c."initial_budget"
                    ) - CASE
                      WHEN c."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."initial_budget" = 0
                      )
                      THEN c."initial_budget__step"
                    END
                  )
                ) <= (
                  CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                    (
                      CAST(2 AS BIGINT) * c."initial_budget"
                    ) + CASE
                      WHEN c."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."initial_budget" = 0
                      )
                      THEN c."initial_budget__step"
                    END
                  )
                )
              )
              THEN CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                (
                  CAST(2 AS BIGINT) * c."initial_budget"
                ) + CASE
                  WHEN c."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."initial_budget" = 0
                  )
                  THEN c."initial_budget__step"
                END
              )
            END >= (
              CAST((
                CAST(2 AS BIGINT) * c."actual"
              ) + CASE
                WHEN c."actual" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  c."actual" = 0
                )
                THEN c."actual__step"
              END AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
            )
            THEN FALSE
          END
          AND CASE
            WHEN NOT (
              c."adjusted_budget" IS NULL
            )
            THEN CASE
              WHEN CASE
                WHEN v11."v" < (
                  (
                    (
                      (
                        (
                          CAST(2 AS BIGINT) * c."actual"
                        ) - CASE
                          WHEN c."actual" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."actual" = 0
                          )
                          THEN c."actual__step"
                        END
                      ) - (
                        (
                          CAST(2 AS BIGINT) * c."initial_budget"
                        ) + CASE
                          WHEN c."initial_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."initial_budget" = 0
                          )
                          THEN c."initial_budget__step"
                        END
                      )
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST((
                        CAST(2 AS BIGINT) * c."carry_in"
                      ) + CASE
                        WHEN c."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."carry_in" = 0
                        )
                        THEN c."carry_in__step"
                      END AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
                  )
                )
                THEN TRUE
                WHEN v10."v" >= (
                  (
                    (
                      (
                        (
                          CAST(2 AS BIGINT) * c."actual"
                        ) + CASE
                          WHEN c."actual" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."actual" = 0
                          )
                          THEN c."actual__step"
                        END
                      ) - (
                        (
                          CAST(2 AS BIGINT) * c."initial_budget"
                        ) - CASE
                          WHEN c."initial_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."initial_budget" = 0
                          )
                          THEN c."initial_budget__step"
                        END
                      )
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST((
                        CAST(2 AS BIGINT) * c."carry_in"
                      ) - CASE
                        WHEN c."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."carry_in" = 0
                        )
                        THEN c."carry_in__step"
                      END AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
                  )
                )
                THEN FALSE
              END
              THEN CASE WHEN 0 < v12."v" THEN TRUE WHEN 0 >= v13."v" THEN FALSE END
              WHEN NOT (
                CASE
                  WHEN v11."v" < (
                    (
                      (
                        (
                          (
                            CAST(2 AS BIGINT) * c."actual"
                          ) - CASE
                            WHEN c."actual" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."actual" = 0
                            )
                            THEN c."actual__step"
                          END
                        ) - (
                          (
                            CAST(2 AS BIGINT) * c."initial_budget"
                          ) + CASE
                            WHEN c."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."initial_budget" = 0
                            )
                            THEN c."initial_budget__step"
                          END
                        )
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST((
                          CAST(2 AS BIGINT) * c."carry_in"
                        ) + CASE
                          WHEN c."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."carry_in" = 0
                          )
                          THEN c."carry_in__step"
                        END AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
                    )
                  )
                  THEN TRUE
                  WHEN v10."v" >= (
                    (
                      (
                        (
                          (
                            CAST(2 AS BIGINT) * c."actual"
                          ) + CASE
                            WHEN c."actual" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."actual" = 0
                            )
                            THEN c."actual__step"
                          END
                        ) - (
                          (
                            CAST(2 AS BIGINT) * c."initial_budget"
                          ) - CASE
                            WHEN c."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."initial_budget" = 0
                            )
                            THEN c."initial_budget__step"
                          END
                        )
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST((
                          CAST(2 AS BIGINT) * c."carry_in"
                        ) - CASE
                          WHEN c."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."carry_in" = 0
                          )
                          THEN c."carry_in__step"
                        END AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
                    )
                  )
                  THEN FALSE
                END
              )
              THEN CASE
                WHEN 0 < (
                  (
                    (
                      (
                        (
                          CAST(2 AS BIGINT) * c."actual"
                        ) - CASE
                          WHEN c."actual" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."actual" = 0
                          )
                          THEN c."actual__step"
                        END
                      ) - (
                        (
                          CAST(2 AS BIGINT) * c."initial_budget"
                        ) + CASE
                          WHEN c."initial_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."initial_budget" = 0
                          )
                          THEN c."initial_budget__step"
                        END
                      )
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST((
                        CAST(2 AS BIGINT) * c."carry_in"
                      ) + CASE
                        WHEN c."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."carry_in" = 0
                        )
                        THEN c."carry_in__step"
                      END AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
                  )
                )
                THEN TRUE
                WHEN 0 >= (
                  (
                    (
                      (
                        (
                          CAST(2 AS BIGINT) * c."actual"
                        ) + CASE
                          WHEN c."actual" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."actual" = 0
                          )
                          THEN c."actual__step"
                        END
                      ) - (
                        (
                          CAST(2 AS BIGINT) * c."initial_budget"
                        ) - CASE
                          WHEN c."initial_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."initial_budget" = 0
                          )
                          THEN c."initial_budget__step"
                        END
                      )
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST((
                        CAST(2 AS BIGINT) * c."carry_in"
                      ) - CASE
                        WHEN c."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."carry_in" = 0
                        )
                        THEN c."carry_in__step"
                      END AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
                  )
                )
                THEN FALSE
              END
            END
            AND CASE
              WHEN 0 < (
                (
                  (
                    CAST(2 AS BIGINT) * c."actual"
                  ) - CASE
                    WHEN c."actual" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."actual" = 0
                    )
                    THEN c."actual__step"
                  END
                ) - (
                  (
                    CAST(2 AS BIGINT) * c."adjusted_budget"
                  ) + CASE
                    WHEN c."adjusted_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."adjusted_budget" = 0
                    )
                    THEN c."adjusted_budget__step"
                  END
                )
              )
              THEN TRUE
              WHEN 0 >= (
                (
                  (
                    CAST(2 AS BIGINT) * c."actual"
                  ) + CASE
                    WHEN c."actual" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."actual" = 0
                    )
                    THEN c."actual__step"
                  END
                ) - (
                  (
                    CAST(2 AS BIGINT) * c."adjusted_budget"
                  ) - CASE
                    WHEN c."adjusted_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."adjusted_budget" = 0
                    )
                    THEN c."adjusted_budget__step"
                  END
                )
              )
              THEN FALSE
            END
            ELSE CASE
              WHEN CASE
                WHEN v11."v" < (
                  (
                    (
                      (
                        (
                          CAST(2 AS BIGINT) * c."actual"
                        ) - CASE
                          WHEN c."actual" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."actual" = 0
                          )
                          THEN c."actual__step"
                        END
                      ) - (
                        (
                          CAST(2 AS BIGINT) * c."initial_budget"
                        ) + CASE
                          WHEN c."initial_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."initial_budget" = 0
                          )
                          THEN c."initial_budget__step"
                        END
                      )
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST((
                        CAST(2 AS BIGINT) * c."carry_in"
                      ) + CASE
                        WHEN c."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."carry_in" = 0
                        )
                        THEN c."carry_in__step"
                      END AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
                  )
                )
                THEN TRUE
                WHEN v10."v" >= (
                  (
                    (
                      (
                        (
                          CAST(2 AS BIGINT) * c."actual"
                        ) + CASE
                          WHEN c."actual" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."actual" = 0
                          )
                          THEN c."actual__step"
                        END
                      ) - (
                        (
                          CAST(2 AS BIGINT) * c."initial_budget"
                        ) - CASE
                          WHEN c."initial_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."initial_budget" = 0
                          )
                          THEN c."initial_budget__step"
                        END
                      )
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST((
                        CAST(2 AS BIGINT) * c."carry_in"
                      ) - CASE
                        WHEN c."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."carry_in" = 0
                        )
                        THEN c."carry_in__step"
                      END AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
                  )
                )
                THEN FALSE
              END
              THEN CASE WHEN 0 < v12."v" THEN TRUE WHEN 0 >= v13."v" THEN FALSE END
              WHEN NOT (
                CASE
                  WHEN v11."v" < (
                    (
                      (
                        (
                          (
                            CAST(2 AS BIGINT) * c."actual"
                          ) - CASE
                            WHEN c."actual" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."actual" = 0
                            )
                            THEN c."actual__step"
                          END
                        ) - (
                          (
                            CAST(2 AS BIGINT) * c."initial_budget"
                          ) + CASE
                            WHEN c."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."initial_budget" = 0
                            )
                            THEN c."initial_budget__step"
                          END
                        )
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST((
                          CAST(2 AS BIGINT) * c."carry_in"
                        ) + CASE
                          WHEN c."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."carry_in" = 0
                          )
                          THEN c."carry_in__step"
                        END AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
                    )
                  )
                  THEN TRUE
                  WHEN v10."v" >= (
                    (
                      (
                        (
                          (
                            CAST(2 AS BIGINT) * c."actual"
                          ) + CASE
                            WHEN c."actual" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."actual" = 0
                            )
                            THEN c."actual__step"
                          END
                        ) - (
                          (
                            CAST(2 AS BIGINT) * c."initial_budget"
                          ) - CASE
                            WHEN c."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."initial_budget" = 0
                            )
                            THEN c."initial_budget__step"
                          END
                        )
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST((
                          CAST(2 AS BIGINT) * c."carry_in"
                        ) - CASE
                          WHEN c."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."carry_in" = 0
                          )
                          THEN c."carry_in__step"
                        END AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
                    )
                  )
                  THEN FALSE
                END
              )
              THEN CASE
                WHEN 0 < (
                  (
                    (
                      (
                        (
                          CAST(2 AS BIGINT) * c."actual"
                        ) - CASE
                          WHEN c."actual" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."actual" = 0
                          )
                          THEN c."actual__step"
                        END
                      ) - (
                        (
                          CAST(2 AS BIGINT) * c."initial_budget"
                        ) + CASE
                          WHEN c."initial_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."initial_budget" = 0
                          )
                          THEN c."initial_budget__step"
                        END
                      )
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST((
                        CAST(2 AS BIGINT) * c."carry_in"
                      ) + CASE
                        WHEN c."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."carry_in" = 0
                        )
                        THEN c."carry_in__step"
                      END AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
                  )
                )
                THEN TRUE
                WHEN 0 >= (
                  (
                    (
                      (
                        (
                          CAST(2 AS BIGINT) * c."actual"
                        ) + CASE
                          WHEN c."actual" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."actual" = 0
                          )
                          THEN c."actual__step"
                        END
                      ) - (
                        (
                          CAST(2 AS BIGINT) * c."initial_budget"
                        ) - CASE
                          WHEN c."initial_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."initial_budget" = 0
                          )
                          THEN c."initial_budget__step"
                        END
                      )
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST((
                        CAST(2 AS BIGINT) * c."carry_in"
                      ) - CASE
                        WHEN c."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."carry_in" = 0
                        )
                        THEN c."carry_in__step"
                      END AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
                  )
                )
                THEN FALSE
              END
            END
          END
        )
        AND (
          CASE
            WHEN v11."v" < (
              (
                (
                  (
                    (
                      CAST(2 AS BIGINT) * c."actual"
                    ) - CASE
                      WHEN c."actual" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."actual" = 0
                      )
                      THEN c."actual__step"
                    END
                  ) - (
                    (
                      CAST(2 AS BIGINT) * c."initial_budget"
                    ) + CASE
                      WHEN c."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."initial_budget" = 0
                      )
                      THEN c."initial_budget__step"
                    END
                  )
                ) - CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN CAST((
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) + CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END AS DECIMAL(38, 0))
                  ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                END
              ) - (
                CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
              )
            )
            THEN TRUE
            WHEN v10."v" >= (
              (
                (
                  (
                    (
                      CAST(2 AS BIGINT) * c."actual"
                    ) + CASE
                      WHEN c."actual" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."actual" = 0
                      )
                      THEN c."actual__step"
                    END
                  ) - (
                    (
                      CAST(2 AS BIGINT) * c."initial_budget"
                    ) - CASE
                      WHEN c."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."initial_budget" = 0
                      )
                      THEN c."initial_budget__step"
                    END
                  )
                ) - CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN CAST((
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) - CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END AS DECIMAL(38, 0))
                  ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                END
              ) - (
                CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
              )
            )
            THEN FALSE
          END
          OR NULL
        )
        THEN 1
      END
    ) AS c12,
    COUNT(
      CASE
        WHEN (
          (
            CASE
              WHEN CASE
                WHEN (
                  CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                    (
                      CAST(2 AS BIGINT) * c."initial_budget"
                    ) - CASE
                      WHEN c."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."initial_budget" = 0
                      )
                      THEN c."initial_budget__step"
                    END
                  )
                ) >= (
                  CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                    (
                      CAST(2 AS BIGINT) * c."initial_budget"
                    ) + CASE
                      WHEN c."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."initial_budget" = 0
                      )
                      THEN c."initial_budget__step"
                    END
                  )
                )
                THEN CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                  (
                    CAST(2 AS BIGINT) * c."initial_budget"
                  ) - CASE
                    WHEN c."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."initial_budget" = 0
                    )
                    THEN c."initial_budget__step"
                  END
                )
                WHEN NOT (
                  (
                    CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                      (
                        CAST(2 AS BIGINT) * c."initial_budget"
                      ) - CASE
                        WHEN c."initial_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."initial_budget" = 0
                        )
                        THEN c."initial_budget__step"
                      END
                    )
                  ) >= (
                    CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                      (
                        CAST(2 AS BIGINT) * c."initial_budget"
                      ) + CASE
                        WHEN c."initial_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."initial_budget" = 0
                        )
                        THEN c."initial_budget__step"
                      END
                    )
                  )
                )
                THEN CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                  (
                    CAST(2 AS BIGINT) * c."initial_budget"
                  ) + CASE
                    WHEN c."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."initial_budget" = 0
                    )
                    THEN c."initial_budget__step"
                  END
                )
              END < (
                CAST((
                  CAST(2 AS BIGINT) * c."actual"
                ) - CASE
                  WHEN c."actual" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."actual" = 0
                  )
                  THEN c."actual__step"
                END AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
              )
              THEN TRUE
              WHEN CASE
                WHEN (
                  CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                    (
                      CAST(2 AS BIGINT) * c."initial_budget"
                    ) - CASE
                      WHEN c."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."initial_budget" = 0
                      )
                      THEN c."initial_budget__step"
                    END
                  )
                ) <= (
                  CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                    (
                      CAST(2 AS BIGINT) * c."initial_budget"
                    ) + CASE
                      WHEN c."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."initial_budget" = 0
                      )
                      THEN c."initial_budget__step"
                    END
                  )
                )
                THEN CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                  (
                    CAST(2 AS BIGINT) * c."initial_budget"
                  ) - CASE
                    WHEN c."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."initial_budget" = 0
                    )
                    THEN c."initial_budget__step"
                  END
                )
                WHEN NOT (
                  (
                    CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                      (
                        CAST(2 AS BIGINT) * c."initial_budget"
                      ) - CASE
                        WHEN c."initial_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."initial_budget" = 0
                        )
                        THEN c."initial_budget__step"
                      END
                    )
                  ) <= (
                    CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                      (
                        CAST(2 AS BIGINT) * c."initial_budget"
                      ) + CASE
                        WHEN c."initial_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."initial_budget" = 0
                        )
                        THEN c."initial_budget__step"
                      END
                    )
                  )
                )
                THEN CAST(CAST(105 AS BIGINT) AS DECIMAL(38, 0)) * (
                  (
                    CAST(2 AS BIGINT) * c."initial_budget"
                  ) + CASE
                    WHEN c."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."initial_budget" = 0
                    )
                    THEN c."initial_budget__step"
                  END
                )
              END >= (
                CAST((
                  CAST(2 AS BIGINT) * c."actual"
                ) + CASE
                  WHEN c."actual" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."actual" = 0
                  )
                  THEN c."actual__step"
                END AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
              )
              THEN FALSE
            END
            AND CASE
              WHEN NOT (
                c."adjusted_budget" IS NULL
              )
              THEN CASE
                WHEN CASE
                  WHEN v11."v" < (
                    (
                      (
                        (
                          (
                            CAST(2 AS BIGINT) * c."actual"
                          ) - CASE
                            WHEN c."actual" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."actual" = 0
                            )
                            THEN c."actual__step"
                          END
                        ) - (
                          (
                            CAST(2 AS BIGINT) * c."initial_budget"
                          ) + CASE
                            WHEN c."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."initial_budget" = 0
                            )
                            THEN c."initial_budget__step"
                          END
                        )
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST((
                          CAST(2 AS BIGINT) * c."carry_in"
                        ) + CASE
                          WHEN c."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."carry_in" = 0
                          )
                          THEN c."carry_in__step"
                        END AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
                    )
                  )
                  THEN TRUE
                  WHEN v10."v" >= (
                    (
                      (
                        (
                          (
                            CAST(2 AS BIGINT) * c."actual"
                          ) + CASE
                            WHEN c."actual" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."actual" = 0
                            )
                            THEN c."actual__step"
                          END
                        ) - (
                          (
                            CAST(2 AS BIGINT) * c."initial_budget"
                          ) - CASE
                            WHEN c."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."initial_budget" = 0
                            )
                            THEN c."initial_budget__step"
                          END
                        )
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST((
                          CAST(2 AS BIGINT) * c."carry_in"
                        ) - CASE
                          WHEN c."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."carry_in" = 0
                          )
                          THEN c."carry_in__step"
                        END AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
                    )
                  )
                  THEN FALSE
                END
                THEN CASE WHEN 0 < v12."v" THEN TRUE WHEN 0 >= v13."v" THEN FALSE END
                WHEN NOT (
                  CASE
                    WHEN v11."v" < (
                      (
                        (
                          (
                            (
                              CAST(2 AS BIGINT) * c."actual"
                            ) - CASE
                              WHEN c."actual" = 0
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                c."actual" = 0
                              )
                              THEN c."actual__step"
                            END
                          ) - (
                            (
                              CAST(2 AS BIGINT) * c."initial_budget"
                            ) + CASE
                              WHEN c."initial_budget" = 0
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                c."initial_budget" = 0
                              )
                              THEN c."initial_budget__step"
                            END
                          )
                        ) - CASE
                          WHEN NOT (
                            c."carry_in" IS NULL
                          )
                          THEN CAST((
                            CAST(2 AS BIGINT) * c."carry_in"
                          ) + CASE
                            WHEN c."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."carry_in" = 0
                            )
                            THEN c."carry_in__step"
                          END AS DECIMAL(38, 0))
                          ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                        END
                      ) - (
                        CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
                      )
                    )
                    THEN TRUE
                    WHEN v10."v" >= (
                      (
                        (
                          (
                            (
                              CAST(2 AS BIGINT) * c."actual"
                            ) + CASE
                              WHEN c."actual" = 0
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                c."actual" = 0
                              )
                              THEN c."actual__step"
                            END
                          ) - (
                            (
                              CAST(2 AS BIGINT) * c."initial_budget"
                            ) - CASE
                              WHEN c."initial_budget" = 0
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                c."initial_budget" = 0
                              )
                              THEN c."initial_budget__step"
                            END
                          )
                        ) - CASE
                          WHEN NOT (
                            c."carry_in" IS NULL
                          )
                          THEN CAST((
                            CAST(2 AS BIGINT) * c."carry_in"
                          ) - CASE
                            WHEN c."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."carry_in" = 0
                            )
                            THEN c."carry_in__step"
                          END AS DECIMAL(38, 0))
                          ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                        END
                      ) - (
                        CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
                      )
                    )
                    THEN FALSE
                  END
                )
                THEN CASE
                  WHEN 0 < (
                    (
                      (
                        (
                          (
                            CAST(2 AS BIGINT) * c."actual"
                          ) - CASE
                            WHEN c."actual" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."actual" = 0
                            )
                            THEN c."actual__step"
                          END
                        ) - (
                          (
                            CAST(2 AS BIGINT) * c."initial_budget"
                          ) + CASE
                            WHEN c."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."initial_budget" = 0
                            )
                            THEN c."initial_budget__step"
                          END
                        )
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST((
                          CAST(2 AS BIGINT) * c."carry_in"
                        ) + CASE
                          WHEN c."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."carry_in" = 0
                          )
                          THEN c."carry_in__step"
                        END AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
                    )
                  )
                  THEN TRUE
                  WHEN 0 >= (
                    (
                      (
                        (
                          (
                            CAST(2 AS BIGINT) * c."actual"
                          ) + CASE
                            WHEN c."actual" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."actual" = 0
                            )
                            THEN c."actual__step"
                          END
                        ) - (
                          (
                            CAST(2 AS BIGINT) * c."initial_budget"
                          ) - CASE
                            WHEN c."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."initial_budget" = 0
                            )
                            THEN c."initial_budget__step"
                          END
                        )
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST((
                          CAST(2 AS BIGINT) * c."carry_in"
                        ) - CASE
                          WHEN c."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."carry_in" = 0
                          )
                          THEN c."carry_in__step"
                        END AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
                    )
                  )
                  THEN FALSE
                END
              END
              AND CASE
                WHEN 0 < (
                  (
                    (
                      CAST(2 AS BIGINT) * c."actual"
                    ) - CASE
                      WHEN c."actual" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."actual" = 0
                      )
                      THEN c."actual__step"
                    END
                  ) - (
                    (
                      CAST(2 AS BIGINT) * c."adjusted_budget"
                    ) + CASE
                      WHEN c."adjusted_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."adjusted_budget" = 0
                      )
                      THEN c."adjusted_budget__step"
                    END
                  )
                )
                THEN TRUE
                WHEN 0 >= (
                  (
                    (
                      CAST(2 AS BIGINT) * c."actual"
                    ) + CASE
                      WHEN c."actual" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."actual" = 0
                      )
                      THEN c."actual__step"
                    END
                  ) - (
                    (
                      CAST(2 AS BIGINT) * c."adjusted_budget"
                    ) - CASE
                      WHEN c."adjusted_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."adjusted_budget" = 0
                      )
                      THEN c."adjusted_budget__step"
                    END
                  )
                )
                THEN FALSE
              END
              ELSE CASE
                WHEN CASE
                  WHEN v11."v" < (
                    (
                      (
                        (
                          (
                            CAST(2 AS BIGINT) * c."actual"
                          ) - CASE
                            WHEN c."actual" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."actual" = 0
                            )
                            THEN c."actual__step"
                          END
                        ) - (
                          (
                            CAST(2 AS BIGINT) * c."initial_budget"
                          ) + CASE
                            WHEN c."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."initial_budget" = 0
                            )
                            THEN c."initial_budget__step"
                          END
                        )
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST((
                          CAST(2 AS BIGINT) * c."carry_in"
                        ) + CASE
                          WHEN c."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."carry_in" = 0
                          )
                          THEN c."carry_in__step"
                        END AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
                    )
                  )
                  THEN TRUE
                  WHEN v10."v" >= (
                    (
                      (
                        (
                          (
                            CAST(2 AS BIGINT) * c."actual"
                          ) + CASE
                            WHEN c."actual" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."actual" = 0
                            )
                            THEN c."actual__step"
                          END
                        ) - (
                          (
                            CAST(2 AS BIGINT) * c."initial_budget"
                          ) - CASE
                            WHEN c."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."initial_budget" = 0
                            )
                            THEN c."initial_budget__step"
                          END
                        )
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST((
                          CAST(2 AS BIGINT) * c."carry_in"
                        ) - CASE
                          WHEN c."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."carry_in" = 0
                          )
                          THEN c."carry_in__step"
                        END AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
                    )
                  )
                  THEN FALSE
                END
                THEN CASE WHEN 0 < v12."v" THEN TRUE WHEN 0 >= v13."v" THEN FALSE END
                WHEN NOT (
                  CASE
                    WHEN v11."v" < (
                      (
                        (
                          (
                            (
                              CAST(2 AS BIGINT) * c."actual"
                            ) - CASE
                              WHEN c."actual" = 0
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                c."actual" = 0
                              )
                              THEN c."actual__step"
                            END
                          ) - (
                            (
                              CAST(2 AS BIGINT) * c."initial_budget"
                            ) + CASE
                              WHEN c."initial_budget" = 0
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                c."initial_budget" = 0
                              )
                              THEN c."initial_budget__step"
                            END
                          )
                        ) - CASE
                          WHEN NOT (
                            c."carry_in" IS NULL
                          )
                          THEN CAST((
                            CAST(2 AS BIGINT) * c."carry_in"
                          ) + CASE
                            WHEN c."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."carry_in" = 0
                            )
                            THEN c."carry_in__step"
                          END AS DECIMAL(38, 0))
                          ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                        END
                      ) - (
                        CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
                      )
                    )
                    THEN TRUE
                    WHEN v10."v" >= (
                      (
                        (
                          (
                            (
                              CAST(2 AS BIGINT) * c."actual"
                            ) + CASE
                              WHEN c."actual" = 0
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                c."actual" = 0
                              )
                              THEN c."actual__step"
                            END
                          ) - (
                            (
                              CAST(2 AS BIGINT) * c."initial_budget"
                            ) - CASE
                              WHEN c."initial_budget" = 0
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                c."initial_budget" = 0
                              )
                              THEN c."initial_budget__step"
                            END
                          )
                        ) - CASE
                          WHEN NOT (
                            c."carry_in" IS NULL
                          )
                          THEN CAST((
                            CAST(2 AS BIGINT) * c."carry_in"
                          ) - CASE
                            WHEN c."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."carry_in" = 0
                            )
                            THEN c."carry_in__step"
                          END AS DECIMAL(38, 0))
                          ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                        END
                      ) - (
                        CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
                      )
                    )
                    THEN FALSE
                  END
                )
                THEN CASE
                  WHEN 0 < (
                    (
                      (
                        (
                          (
                            CAST(2 AS BIGINT) * c."actual"
                          ) - CASE
                            WHEN c."actual" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."actual" = 0
                            )
                            THEN c."actual__step"
                          END
                        ) - (
                          (
                            CAST(2 AS BIGINT) * c."initial_budget"
                          ) + CASE
                            WHEN c."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."initial_budget" = 0
                            )
                            THEN c."initial_budget__step"
                          END
                        )
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST((
                          CAST(2 AS BIGINT) * c."carry_in"
                        ) + CASE
                          WHEN c."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."carry_in" = 0
                          )
                          THEN c."carry_in__step"
                        END AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
                    )
                  )
                  THEN TRUE
                  WHEN 0 >= (
                    (
                      (
                        (
                          (
                            CAST(2 AS BIGINT) * c."actual"
                          ) + CASE
                            WHEN c."actual" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."actual" = 0
                            )
                            THEN c."actual__step"
                          END
                        ) - (
                          (
                            CAST(2 AS BIGINT) * c."initial_budget"
                          ) - CASE
                            WHEN c."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              c."initial_budget" = 0
                            )
                            THEN c."initial_budget__step"
                          END
                        )
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST((
                          CAST(2 AS BIGINT) * c."carry_in"
                        ) - CASE
                          WHEN c."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            c."carry_in" = 0
                          )
                          THEN c."carry_in__step"
                        END AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
                    )
                  )
                  THEN FALSE
                END
              END
            END
          )
          AND (
            CASE
              WHEN v11."v" < (
                (
                  (
                    (
                      (
                        CAST(2 AS BIGINT) * c."actual"
                      ) - CASE
                        WHEN c."actual" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."actual" = 0
                        )
                        THEN c."actual__step"
                      END
                    ) - (
                      (
                        CAST(2 AS BIGINT) * c."initial_budget"
                      ) + CASE
                        WHEN c."initial_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."initial_budget" = 0
                        )
                        THEN c."initial_budget__step"
                      END
                    )
                  ) - CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN CAST((
                      CAST(2 AS BIGINT) * c."carry_in"
                    ) + CASE
                      WHEN c."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."carry_in" = 0
                      )
                      THEN c."carry_in__step"
                    END AS DECIMAL(38, 0))
                    ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
                )
              )
              THEN TRUE
              WHEN v10."v" >= (
                (
                  (
                    (
                      (
                        CAST(2 AS BIGINT) * c."actual"
                      ) + CASE
                        WHEN c."actual" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."actual" = 0
                        )
                        THEN c."actual__step"
                      END
                    ) - (
                      (
                        CAST(2 AS BIGINT) * c."initial_budget"
                      ) - CASE
                        WHEN c."initial_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."initial_budget" = 0
                        )
                        THEN c."initial_budget__step"
                      END
                    )
                  ) - CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN CAST((
                      CAST(2 AS BIGINT) * c."carry_in"
                    ) - CASE
                      WHEN c."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."carry_in" = 0
                      )
                      THEN c."carry_in__step"
                    END AS DECIMAL(38, 0))
                    ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
                )
              )
              THEN FALSE
            END
            OR NULL
          )
        ) IS NULL
        THEN 1
      END
    ) AS c13,
    COUNT(
      CASE
        WHEN (
          (
            (
              (
                (
                  CAST(c."actual" AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
                ) > (
                  CAST(c."initial_budget" AS DECIMAL(38, 0)) * CAST(105 AS BIGINT)
                )
              )
              AND (
                CASE
                  WHEN NOT (
                    c."adjusted_budget" IS NULL
                  )
                  THEN CASE
                    WHEN v9."v" <= (
                      c."actual" - c."adjusted_budget"
                    )
                    THEN v9."v"
                    WHEN NOT (
                      v9."v" <= (
                        c."actual" - c."adjusted_budget"
                      )
                    )
                    THEN CAST(c."actual" - c."adjusted_budget" AS DECIMAL(38, 0))
                  END
                  ELSE CASE
                    WHEN v8."v"
                    THEN (
                      (
                        (
                          c."actual" - c."initial_budget"
                        ) - CASE
                          WHEN NOT (
                            c."carry_in" IS NULL
                          )
                          THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                          ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                        END
                      ) - (
                        CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                      )
                    ) - (
                      (
                        CASE
                          WHEN c."kind" <> 'item'
                          THEN CASE
                            WHEN NOT (
                              j3."kind" IS NULL
                            )
                            THEN CASE
                              WHEN (
                                (
                                  CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                                ) + CASE
                                  WHEN (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                  THEN CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  WHEN NOT (
                                    (
                                      CASE
                                        WHEN NOT (
                                          j3."carry_in" IS NULL
                                        )
                                        THEN j3."carry_in"
                                        ELSE CAST(0 AS BIGINT)
                                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    ) >= 0
                                  )
                                  THEN CAST(0 AS DECIMAL(38, 0))
                                END
                              ) >= 0
                              THEN (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                              WHEN NOT (
                                (
                                  (
                                    CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                                  ) + CASE
                                    WHEN (
                                      CASE
                                        WHEN NOT (
                                          j3."carry_in" IS NULL
                                        )
                                        THEN j3."carry_in"
                                        ELSE CAST(0 AS BIGINT)
                                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    ) >= 0
                                    THEN CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    WHEN NOT (
                                      (
                                        CASE
                                          WHEN NOT (
                                            j3."carry_in" IS NULL
                                          )
                                          THEN j3."carry_in"
                                          ELSE CAST(0 AS BIGINT)
                                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                      ) >= 0
                                    )
                                    THEN CAST(0 AS DECIMAL(38, 0))
                                  END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                            ELSE CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            c."kind" <> 'item'
                          )
                          THEN CASE
                            WHEN (
                              NOT (
                                j3."kind" IS NULL
                              )
                            ) AND (
                              j3."kind" = 'item'
                            )
                            THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                              WHEN (
                                (
                                  CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                                ) + CASE
                                  WHEN (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                  THEN CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  WHEN NOT (
                                    (
                                      CASE
                                        WHEN NOT (
                                          j3."carry_in" IS NULL
                                        )
                                        THEN j3."carry_in"
                                        ELSE CAST(0 AS BIGINT)
                                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    ) >= 0
                                  )
                                  THEN CAST(0 AS DECIMAL(38, 0))
                                END
                              ) >= 0
                              THEN (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                              WHEN NOT (
                                (
                                  (
                                    CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                                  ) + CASE
                                    WHEN (
                                      CASE
                                        WHEN NOT (
                                          j3."carry_in" IS NULL
                                        )
                                        THEN j3."carry_in"
                                        ELSE CAST(0 AS BIGINT)
                                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    ) >= 0
                                    THEN CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    WHEN NOT (
                                      (
                                        CASE
                                          WHEN NOT (
                                            j3."carry_in" IS NULL
                                          )
                                          THEN j3."carry_in"
                                          ELSE CAST(0 AS BIGINT)
                                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                      ) >= 0
                                    )
                                    THEN CAST(0 AS DECIMAL(38, 0))
                                  END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                            WHEN NOT (
                              (
                                NOT (
                                  j3."kind" IS NULL
                                )
                              ) AND (
                                j3."kind" = 'item'
                              )
                            )
                            THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          END
                        END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
                      ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
                    )
                    WHEN NOT (
                      v8."v"
                    )
                    THEN (
                      (
                        c."actual" - c."initial_budget"
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                    )
                  END
                END > 0
              )
            )
            AND (
              (
                (
                  (
                    (
                      c."actual" - c."initial_budget"
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                  )
                ) > (
                  (
                    CASE
                      WHEN c."kind" <> 'item'
                      THEN CASE
                        WHEN NOT (
                          j3."kind" IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                          THEN (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            (
                              (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        c."kind" <> 'item'
                      )
                      THEN CASE
                        WHEN (
                          NOT (
                            j3."kind" IS NULL
                          )
                        ) AND (
                          j3."kind" = 'item'
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                          WHEN (
                            (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                          THEN (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            (
                              (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            NOT (
                              j3."kind" IS NULL
                            )
                          ) AND (
                            j3."kind" = 'item'
                          )
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      END
                    END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
                  ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
                )
              )
              OR NULL
            )
          ) IS NULL
        )
        OR (
          (
            (
              (
                (
                  CAST(c."actual" AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
                ) > (
                  CAST(c."initial_budget" AS DECIMAL(38, 0)) * CAST(105 AS BIGINT)
                )
              )
              AND (
                CASE
                  WHEN NOT (
                    c."adjusted_budget" IS NULL
                  )
                  THEN CASE
                    WHEN v9."v" <= (
                      c."actual" - c."adjusted_budget"
                    )
                    THEN v9."v"
                    WHEN NOT (
                      v9."v" <= (
                        c."actual" - c."adjusted_budget"
                      )
                    )
                    THEN CAST(c."actual" - c."adjusted_budget" AS DECIMAL(38, 0))
                  END
                  ELSE CASE
                    WHEN v8."v"
                    THEN (
                      (
                        (
                          c."actual" - c."initial_budget"
                        ) - CASE
                          WHEN NOT (
                            c."carry_in" IS NULL
                          )
                          THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                          ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                        END
                      ) - (
                        CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                      )
                    ) - (
                      (
                        CASE
                          WHEN c."kind" <> 'item'
                          THEN CASE
                            WHEN NOT (
                              j3."kind" IS NULL
                            )
                            THEN CASE
                              WHEN (
                                (
                                  CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                                ) + CASE
                                  WHEN (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                  THEN CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  WHEN NOT (
                                    (
                                      CASE
                                        WHEN NOT (
                                          j3."carry_in" IS NULL
                                        )
                                        THEN j3."carry_in"
                                        ELSE CAST(0 AS BIGINT)
                                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    ) >= 0
                                  )
                                  THEN CAST(0 AS DECIMAL(38, 0))
                                END
                              ) >= 0
                              THEN (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                              WHEN NOT (
                                (
                                  (
                                    CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                                  ) + CASE
                                    WHEN (
                                      CASE
                                        WHEN NOT (
                                          j3."carry_in" IS NULL
                                        )
                                        THEN j3."carry_in"
                                        ELSE CAST(0 AS BIGINT)
                                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    ) >= 0
                                    THEN CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    WHEN NOT (
                                      (
                                        CASE
                                          WHEN NOT (
                                            j3."carry_in" IS NULL
                                          )
                                          THEN j3."carry_in"
                                          ELSE CAST(0 AS BIGINT)
                                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                      ) >= 0
                                    )
                                    THEN CAST(0 AS DECIMAL(38, 0))
                                  END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                            ELSE CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            c."kind" <> 'item'
                          )
                          THEN CASE
                            WHEN (
                              NOT (
                                j3."kind" IS NULL
                              )
                            ) AND (
                              j3."kind" = 'item'
                            )
                            THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                              WHEN (
                                (
                                  CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                                ) + CASE
                                  WHEN (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                  THEN CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  WHEN NOT (
                                    (
                                      CASE
                                        WHEN NOT (
                                          j3."carry_in" IS NULL
                                        )
                                        THEN j3."carry_in"
                                        ELSE CAST(0 AS BIGINT)
                                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    ) >= 0
                                  )
                                  THEN CAST(0 AS DECIMAL(38, 0))
                                END
                              ) >= 0
                              THEN (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                              WHEN NOT (
                                (
                                  (
                                    CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                                  ) + CASE
                                    WHEN (
                                      CASE
                                        WHEN NOT (
                                          j3."carry_in" IS NULL
                                        )
                                        THEN j3."carry_in"
                                        ELSE CAST(0 AS BIGINT)
                                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    ) >= 0
                                    THEN CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                    WHEN NOT (
                                      (
                                        CASE
                                          WHEN NOT (
                                            j3."carry_in" IS NULL
                                          )
                                          THEN j3."carry_in"
                                          ELSE CAST(0 AS BIGINT)
                                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                      ) >= 0
                                    )
                                    THEN CAST(0 AS DECIMAL(38, 0))
                                  END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                            WHEN NOT (
                              (
                                NOT (
                                  j3."kind" IS NULL
                                )
                              ) AND (
                                j3."kind" = 'item'
                              )
                            )
                            THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          END
                        END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
                      ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
                    )
                    WHEN NOT (
                      v8."v"
                    )
                    THEN (
                      (
                        c."actual" - c."initial_budget"
                      ) - CASE
                        WHEN NOT (
                          c."carry_in" IS NULL
                        )
                        THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                        ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                      END
                    ) - (
                      CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                    )
                  END
                END > 0
              )
            )
            AND (
              (
                (
                  (
                    (
                      c."actual" - c."initial_budget"
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                  )
                ) > (
                  (
                    CASE
                      WHEN c."kind" <> 'item'
                      THEN CASE
                        WHEN NOT (
                          j3."kind" IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                          THEN (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            (
                              (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        c."kind" <> 'item'
                      )
                      THEN CASE
                        WHEN (
                          NOT (
                            j3."kind" IS NULL
                          )
                        ) AND (
                          j3."kind" = 'item'
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                          WHEN (
                            (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                          THEN (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            (
                              (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            NOT (
                              j3."kind" IS NULL
                            )
                          ) AND (
                            j3."kind" = 'item'
                          )
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      END
                    END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
                  ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
                )
              )
              OR NULL
            )
          )
          AND (
            CASE
              WHEN NOT (
                c."adjusted_budget" IS NULL
              )
              THEN CASE
                WHEN v9."v" <= (
                  c."actual" - c."adjusted_budget"
                )
                THEN v9."v"
                WHEN NOT (
                  v9."v" <= (
                    c."actual" - c."adjusted_budget"
                  )
                )
                THEN CAST(c."actual" - c."adjusted_budget" AS DECIMAL(38, 0))
              END
              ELSE CASE
                WHEN v8."v"
                THEN (
                  (
                    (
                      c."actual" - c."initial_budget"
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                  )
                ) - (
                  (
                    CASE
                      WHEN c."kind" <> 'item'
                      THEN CASE
                        WHEN NOT (
                          j3."kind" IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                          THEN (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            (
                              (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        c."kind" <> 'item'
                      )
                      THEN CASE
                        WHEN (
                          NOT (
                            j3."kind" IS NULL
                          )
                        ) AND (
                          j3."kind" = 'item'
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                          WHEN (
                            (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                          THEN (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            (
                              (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            NOT (
                              j3."kind" IS NULL
                            )
                          ) AND (
                            j3."kind" = 'item'
                          )
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      END
                    END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
                  ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
                )
                WHEN NOT (
                  v8."v"
                )
                THEN (
                  (
                    c."actual" - c."initial_budget"
                  ) - CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                    ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                )
              END
            END IS NULL
          )
        )
        THEN 1
      END
    ) AS c14,
    SUM(
      CASE
        WHEN (
          (
            (
              CAST(c."actual" AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
            ) > (
              CAST(c."initial_budget" AS DECIMAL(38, 0)) * CAST(105 AS BIGINT)
            )
          )
          AND (
            CASE
              WHEN NOT (
                c."adjusted_budget" IS NULL
              )
              THEN CASE
                WHEN v9."v" <= (
                  c."actual" - c."adjusted_budget"
                )
                THEN v9."v"
                WHEN NOT (
                  v9."v" <= (
                    c."actual" - c."adjusted_budget"
                  )
                )
                THEN CAST(c."actual" - c."adjusted_budget" AS DECIMAL(38, 0))
              END
              ELSE CASE
                WHEN v8."v"
                THEN (
                  (
                    (
                      c."actual" - c."initial_budget"
                    ) - CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                      ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                    END
                  ) - (
                    CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                  )
                ) - (
                  (
                    CASE
                      WHEN c."kind" <> 'item'
                      THEN CASE
                        WHEN NOT (
                          j3."kind" IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                          THEN (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            (
                              (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        c."kind" <> 'item'
                      )
                      THEN CASE
                        WHEN (
                          NOT (
                            j3."kind" IS NULL
                          )
                        ) AND (
                          j3."kind" = 'item'
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                          WHEN (
                            (
                              CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                          THEN (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            (
                              (
                                CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j3."carry_in" IS NULL
                                    )
                                    THEN j3."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j3."carry_in" IS NULL
                                      )
                                      THEN j3."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            NOT (
                              j3."kind" IS NULL
                            )
                          ) AND (
                            j3."kind" = 'item'
                          )
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      END
                    END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
                  ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
                )
                WHEN NOT (
                  v8."v"
                )
                THEN (
                  (
                    c."actual" - c."initial_budget"
                  ) - CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                    ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
                )
              END
            END > 0
          )
        )
        AND (
          (
            (
              (
                (
                  c."actual" - c."initial_budget"
                ) - CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                  ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                END
              ) - (
                CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
              )
            ) > (
              (
                CASE
                  WHEN c."kind" <> 'item'
                  THEN CASE
                    WHEN NOT (
                      j3."kind" IS NULL
                    )
                    THEN CASE
                      WHEN (
                        (
                          CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                      ) >= 0
                      THEN (
                        CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        (
                          (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    ELSE CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    c."kind" <> 'item'
                  )
                  THEN CASE
                    WHEN (
                      NOT (
                        j3."kind" IS NULL
                      )
                    ) AND (
                      j3."kind" = 'item'
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                      WHEN (
                        (
                          CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                      ) >= 0
                      THEN (
                        CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        (
                          (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      (
                        NOT (
                          j3."kind" IS NULL
                        )
                      ) AND (
                        j3."kind" = 'item'
                      )
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                  END
                END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
              ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
            )
          )
          OR NULL
        )
        THEN CASE
          WHEN NOT (
            c."adjusted_budget" IS NULL
          )
          THEN CASE
            WHEN v9."v" <= (
              c."actual" - c."adjusted_budget"
            )
            THEN v9."v"
            WHEN NOT (
              v9."v" <= (
                c."actual" - c."adjusted_budget"
              )
            )
            THEN CAST(c."actual" - c."adjusted_budget" AS DECIMAL(38, 0))
          END
          ELSE CASE
            WHEN v8."v"
            THEN (
              (
                (
                  c."actual" - c."initial_budget"
                ) - CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                  ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
                END
              ) - (
                CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
              )
            ) - (
              (
                CASE
                  WHEN c."kind" <> 'item'
                  THEN CASE
                    WHEN NOT (
                      j3."kind" IS NULL
                    )
                    THEN CASE
                      WHEN (
                        (
                          CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                      ) >= 0
                      THEN (
                        CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        (
                          (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    ELSE CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    c."kind" <> 'item'
                  )
                  THEN CASE
                    WHEN (
                      NOT (
                        j3."kind" IS NULL
                      )
                    ) AND (
                      j3."kind" = 'item'
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                      WHEN (
                        (
                          CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                      ) >= 0
                      THEN (
                        CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        (
                          (
                            CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j3."carry_in" IS NULL
                                )
                                THEN j3."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j3."carry_in" IS NULL
                                  )
                                  THEN j3."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      (
                        NOT (
                          j3."kind" IS NULL
                        )
                      ) AND (
                        j3."kind" = 'item'
                      )
                    )
                    THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                  END
                END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
              ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
            )
            WHEN NOT (
              v8."v"
            )
            THEN (
              (
                c."actual" - c."initial_budget"
              ) - CASE
                WHEN NOT (
                  c."carry_in" IS NULL
                )
                THEN CAST(c."carry_in" AS DECIMAL(38, 0))
                ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
              END
            ) - (
              CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
            )
          END
        END
      END
    ) AS c15
  FROM "budget_line" AS c
  LEFT JOIN "approval_2" AS a1
    ON a1."k1" = c."_fact"
  LEFT JOIN "budget_line_4" AS a2
    ON a2."k1" = c."_fact"
  LEFT JOIN "budget_line" AS j3
    ON j3."_fact" = c."parent"
  LEFT JOIN "approval_2" AS a4
    ON a4."k1" = j3."_fact"
  LEFT JOIN "budget_line_6" AS a5
    ON a5."k1" = j3."_fact"
  LEFT JOIN "unit" AS j6
    ON j6."_case" = c."_case"
  LEFT JOIN "budget_line_10" AS a7
    ON a7."k1" = j6."_case"
  CROSS JOIN LATERAL (
    SELECT
      (
        (
          (
            c."actual" - c."initial_budget"
          ) - CASE
            WHEN NOT (
              c."carry_in" IS NULL
            )
            THEN CAST(c."carry_in" AS DECIMAL(38, 0))
            ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
          END
        ) - (
          CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
        )
      ) > (
        (
          CASE
            WHEN c."kind" <> 'item'
            THEN CASE
              WHEN NOT (
                j3."kind" IS NULL
              )
              THEN CASE
                WHEN (
                  (
                    CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN j3."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN j3."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
                THEN (
                  CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN j3."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN j3."carry_in"
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN j3."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    (
                      CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN j3."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              ELSE CAST(0 AS DECIMAL(38, 0))
            END
            WHEN NOT (
              c."kind" <> 'item'
            )
            THEN CASE
              WHEN (
                NOT (
                  j3."kind" IS NULL
                )
              ) AND (
                j3."kind" = 'item'
              )
              THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                WHEN (
                  (
                    CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN j3."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN j3."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
                THEN (
                  CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN j3."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN j3."carry_in"
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN j3."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    (
                      CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN j3."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                (
                  NOT (
                    j3."kind" IS NULL
                  )
                ) AND (
                  j3."kind" = 'item'
                )
              )
              THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
            END
          END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
        ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
      ) AS v
  ) AS v8
  CROSS JOIN LATERAL (
    SELECT
      CASE
        WHEN v8."v"
        THEN (
          (
            (
              c."actual" - c."initial_budget"
            ) - CASE
              WHEN NOT (
                c."carry_in" IS NULL
              )
              THEN CAST(c."carry_in" AS DECIMAL(38, 0))
              ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
            END
          ) - (
            CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
          )
        ) - (
          (
            CASE
              WHEN c."kind" <> 'item'
              THEN CASE
                WHEN NOT (
                  j3."kind" IS NULL
                )
                THEN CASE
                  WHEN (
                    (
                      CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN j3."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                  THEN (
                    CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN j3."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN j3."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    (
                      (
                        CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                ELSE CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                c."kind" <> 'item'
              )
              THEN CASE
                WHEN (
                  NOT (
                    j3."kind" IS NULL
                  )
                ) AND (
                  j3."kind" = 'item'
                )
                THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END + CASE
                  WHEN (
                    (
                      CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN j3."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                  THEN (
                    CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN j3."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN j3."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    (
                      (
                        CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN j3."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN j3."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j3."carry_in" IS NULL
                              )
                              THEN j3."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a5."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    NOT (
                      j3."kind" IS NULL
                    )
                  ) AND (
                    j3."kind" = 'item'
                  )
                )
                THEN CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
              END
            END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
          ) + CASE WHEN TRUE THEN COALESCE(a2."c12", 0) END
        )
        WHEN NOT (
          v8."v"
        )
        THEN (
          (
            c."actual" - c."initial_budget"
          ) - CASE
            WHEN NOT (
              c."carry_in" IS NULL
            )
            THEN CAST(c."carry_in" AS DECIMAL(38, 0))
            ELSE CASE WHEN TRUE THEN COALESCE(a2."c10", 0) END
          END
        ) - (
          CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c11", 0) END
        )
      END AS v
  ) AS v9
  CROSS JOIN LATERAL (
    SELECT
      (
        CASE
          WHEN c."kind" <> 'item'
          THEN CASE
            WHEN NOT (
              j3."kind" IS NULL
            )
            THEN CASE
              WHEN (
                (
                  CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) - CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j3."carry_in"
                    ) - CASE
                      WHEN j3."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j3."carry_in" = 0
                      )
                      THEN j3."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) - CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              ) >= 0
              THEN (
                CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j3."carry_in"
                    ) - CASE
                      WHEN j3."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j3."carry_in" = 0
                      )
                      THEN j3."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    j3."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j3."carry_in"
                  ) - CASE
                    WHEN j3."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j3."carry_in" = 0
                    )
                    THEN j3."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) - CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                (
                  (
                    CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) - CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) - CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j3."carry_in"
                          ) - CASE
                            WHEN j3."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j3."carry_in" = 0
                            )
                            THEN j3."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
            ELSE CAST(0 AS DECIMAL(38, 0))
          END
          WHEN NOT (
            c."kind" <> 'item'
          )
          THEN CASE
            WHEN (
              NOT (
                j3."kind" IS NULL
              )
            ) AND (
              j3."kind" = 'item'
            )
            THEN CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END + CASE
              WHEN (
                (
                  CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) - CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j3."carry_in"
                    ) - CASE
                      WHEN j3."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j3."carry_in" = 0
                      )
                      THEN j3."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) - CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              ) >= 0
              THEN (
                CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j3."carry_in"
                    ) - CASE
                      WHEN j3."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j3."carry_in" = 0
                      )
                      THEN j3."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    j3."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j3."carry_in"
                  ) - CASE
                    WHEN j3."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j3."carry_in" = 0
                    )
                    THEN j3."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) - CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                (
                  (
                    CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) - CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) - CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j3."carry_in"
                          ) - CASE
                            WHEN j3."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j3."carry_in" = 0
                            )
                            THEN j3."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
            WHEN NOT (
              (
                NOT (
                  j3."kind" IS NULL
                )
              ) AND (
                j3."kind" = 'item'
              )
            )
            THEN CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
          END
        END + CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END
      ) + CASE WHEN TRUE THEN COALESCE(a2."c17", 0) END AS v
  ) AS v10
  CROSS JOIN LATERAL (
    SELECT
      (
        CASE
          WHEN c."kind" <> 'item'
          THEN CASE
            WHEN NOT (
              j3."kind" IS NULL
            )
            THEN CASE
              WHEN (
                (
                  CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c10", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) + CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j3."carry_in"
                    ) + CASE
                      WHEN j3."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j3."carry_in" = 0
                      )
                      THEN j3."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) + CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              ) >= 0
              THEN (
                CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c10", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j3."carry_in"
                    ) + CASE
                      WHEN j3."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j3."carry_in" = 0
                      )
                      THEN j3."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    j3."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j3."carry_in"
                  ) + CASE
                    WHEN j3."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j3."carry_in" = 0
                    )
                    THEN j3."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) + CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                (
                  (
                    CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c10", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) + CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) + CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j3."carry_in"
                          ) + CASE
                            WHEN j3."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j3."carry_in" = 0
                            )
                            THEN j3."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
            ELSE CAST(0 AS DECIMAL(38, 0))
          END
          WHEN NOT (
            c."kind" <> 'item'
          )
          THEN CASE
            WHEN (
              NOT (
                j3."kind" IS NULL
              )
            ) AND (
              j3."kind" = 'item'
            )
            THEN CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END + CASE
              WHEN (
                (
                  CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c10", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) + CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j3."carry_in"
                    ) + CASE
                      WHEN j3."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j3."carry_in" = 0
                      )
                      THEN j3."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) + CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              ) >= 0
              THEN (
                CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c10", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j3."carry_in"
                    ) + CASE
                      WHEN j3."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j3."carry_in" = 0
                      )
                      THEN j3."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    j3."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j3."carry_in"
                  ) + CASE
                    WHEN j3."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j3."carry_in" = 0
                    )
                    THEN j3."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) + CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                (
                  (
                    CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c10", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) + CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) + CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j3."carry_in"
                          ) + CASE
                            WHEN j3."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j3."carry_in" = 0
                            )
                            THEN j3."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
            WHEN NOT (
              (
                NOT (
                  j3."kind" IS NULL
                )
              ) AND (
                j3."kind" = 'item'
              )
            )
            THEN CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
          END
        END + CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END
      ) + CASE WHEN TRUE THEN COALESCE(a2."c18", 0) END AS v
  ) AS v11
  CROSS JOIN LATERAL (
    SELECT
      (
        (
          (
            (
              (
                CAST(2 AS BIGINT) * c."actual"
              ) - CASE
                WHEN c."actual" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  c."actual" = 0
                )
                THEN c."actual__step"
              END
            ) - (
              (
                CAST(2 AS BIGINT) * c."initial_budget"
              ) + CASE
                WHEN c."initial_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  c."initial_budget" = 0
                )
                THEN c."initial_budget__step"
              END
            )
          ) - CASE
            WHEN NOT (
              c."carry_in" IS NULL
            )
            THEN CAST((
              CAST(2 AS BIGINT) * c."carry_in"
            ) + CASE
              WHEN c."carry_in" = 0
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                c."carry_in" = 0
              )
              THEN c."carry_in__step"
            END AS DECIMAL(38, 0))
            ELSE CASE WHEN TRUE THEN COALESCE(a2."c14", 0) END
          END
        ) - (
          CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c16", 0) END
        )
      ) - (
        (
          CASE
            WHEN c."kind" <> 'item'
            THEN CASE
              WHEN NOT (
                j3."kind" IS NULL
              )
              THEN CASE
                WHEN (
                  (
                    CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c10", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) + CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) + CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j3."carry_in"
                          ) + CASE
                            WHEN j3."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j3."carry_in" = 0
                            )
                            THEN j3."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
                THEN (
                  CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c10", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) + CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j3."carry_in"
                    ) + CASE
                      WHEN j3."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j3."carry_in" = 0
                      )
                      THEN j3."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) + CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    (
                      CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c10", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j3."carry_in"
                          ) + CASE
                            WHEN j3."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j3."carry_in" = 0
                            )
                            THEN j3."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) + CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN (
                              CAST(2 AS BIGINT) * j3."carry_in"
                            ) + CASE
                              WHEN j3."carry_in" = 0
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                j3."carry_in" = 0
                              )
                              THEN j3."carry_in__step"
                            END
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              ELSE CAST(0 AS DECIMAL(38, 0))
            END
            WHEN NOT (
              c."kind" <> 'item'
            )
            THEN CASE
              WHEN (
                NOT (
                  j3."kind" IS NULL
                )
              ) AND (
                j3."kind" = 'item'
              )
              THEN CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END + CASE
                WHEN (
                  (
                    CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c10", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) + CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) + CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j3."carry_in"
                          ) + CASE
                            WHEN j3."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j3."carry_in" = 0
                            )
                            THEN j3."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
                THEN (
                  CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c10", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) + CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j3."carry_in"
                    ) + CASE
                      WHEN j3."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j3."carry_in" = 0
                      )
                      THEN j3."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) + CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    (
                      CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c10", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j3."carry_in"
                          ) + CASE
                            WHEN j3."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j3."carry_in" = 0
                            )
                            THEN j3."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) + CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN (
                              CAST(2 AS BIGINT) * j3."carry_in"
                            ) + CASE
                              WHEN j3."carry_in" = 0
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                j3."carry_in" = 0
                              )
                              THEN j3."carry_in__step"
                            END
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c2", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                (
                  NOT (
                    j3."kind" IS NULL
                  )
                ) AND (
                  j3."kind" = 'item'
                )
              )
              THEN CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
            END
          END + CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END
        ) + CASE WHEN TRUE THEN COALESCE(a2."c18", 0) END
      ) AS v
  ) AS v12
  CROSS JOIN LATERAL (
    SELECT
      (
        (
          (
            (
              (
                CAST(2 AS BIGINT) * c."actual"
              ) + CASE
                WHEN c."actual" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  c."actual" = 0
                )
                THEN c."actual__step"
              END
            ) - (
              (
                CAST(2 AS BIGINT) * c."initial_budget"
              ) - CASE
                WHEN c."initial_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  c."initial_budget" = 0
                )
                THEN c."initial_budget__step"
              END
            )
          ) - CASE
            WHEN NOT (
              c."carry_in" IS NULL
            )
            THEN CAST((
              CAST(2 AS BIGINT) * c."carry_in"
            ) - CASE
              WHEN c."carry_in" = 0
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                c."carry_in" = 0
              )
              THEN c."carry_in__step"
            END AS DECIMAL(38, 0))
            ELSE CASE WHEN TRUE THEN COALESCE(a2."c13", 0) END
          END
        ) - (
          CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a2."c15", 0) END
        )
      ) - (
        (
          CASE
            WHEN c."kind" <> 'item'
            THEN CASE
              WHEN NOT (
                j3."kind" IS NULL
              )
              THEN CASE
                WHEN (
                  (
                    CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) - CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) - CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j3."carry_in"
                          ) - CASE
                            WHEN j3."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j3."carry_in" = 0
                            )
                            THEN j3."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
                THEN (
                  CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) - CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j3."carry_in"
                    ) - CASE
                      WHEN j3."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j3."carry_in" = 0
                      )
                      THEN j3."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) - CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    (
                      CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j3."carry_in"
                          ) - CASE
                            WHEN j3."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j3."carry_in" = 0
                            )
                            THEN j3."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) - CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN (
                              CAST(2 AS BIGINT) * j3."carry_in"
                            ) - CASE
                              WHEN j3."carry_in" = 0
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                j3."carry_in" = 0
                              )
                              THEN j3."carry_in__step"
                            END
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              ELSE CAST(0 AS DECIMAL(38, 0))
            END
            WHEN NOT (
              c."kind" <> 'item'
            )
            THEN CASE
              WHEN (
                NOT (
                  j3."kind" IS NULL
                )
              ) AND (
                j3."kind" = 'item'
              )
              THEN CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END + CASE
                WHEN (
                  (
                    CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) - CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) - CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j3."carry_in"
                          ) - CASE
                            WHEN j3."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j3."carry_in" = 0
                            )
                            THEN j3."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
                THEN (
                  CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j3."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j3."carry_in"
                      ) - CASE
                        WHEN j3."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j3."carry_in" = 0
                        )
                        THEN j3."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j3."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j3."carry_in"
                    ) - CASE
                      WHEN j3."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j3."carry_in" = 0
                      )
                      THEN j3."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) - CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    (
                      CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j3."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j3."carry_in"
                          ) - CASE
                            WHEN j3."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j3."carry_in" = 0
                            )
                            THEN j3."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j3."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j3."carry_in"
                        ) - CASE
                          WHEN j3."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j3."carry_in" = 0
                          )
                          THEN j3."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j3."carry_in" IS NULL
                            )
                            THEN (
                              CAST(2 AS BIGINT) * j3."carry_in"
                            ) - CASE
                              WHEN j3."carry_in" = 0
                              THEN CAST(0 AS BIGINT)
                              WHEN NOT (
                                j3."carry_in" = 0
                              )
                              THEN j3."carry_in__step"
                            END
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a5."c3", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                (
                  NOT (
                    j3."kind" IS NULL
                  )
                ) AND (
                  j3."kind" = 'item'
                )
              )
              THEN CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
            END
          END + CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END
        ) + CASE WHEN TRUE THEN COALESCE(a2."c17", 0) END
      ) AS v
  ) AS v13
  WHERE
    NOT (
      c."parent" IS NULL
    )
  GROUP BY
    c."parent"
), "budget_line_7" AS (
  SELECT
    c."_case" AS k1,
    SUM(
      CASE
        WHEN (
          (
            c."kind" = 'total'
          ) OR (
            c."kind" = 'basic'
          )
        )
        OR (
          c."kind" = 'project'
        )
        THEN CASE
          WHEN (
            (
              CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
            ) + CASE
              WHEN (
                CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN c."carry_in"
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
              ) >= 0
              THEN CASE
                WHEN NOT (
                  c."carry_in" IS NULL
                )
                THEN c."carry_in"
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
              WHEN NOT (
                (
                  CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN c."carry_in"
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
          ) >= 0
          THEN (
            CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
          ) + CASE
            WHEN (
              CASE
                WHEN NOT (
                  c."carry_in" IS NULL
                )
                THEN c."carry_in"
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
            ) >= 0
            THEN CASE
              WHEN NOT (
                c."carry_in" IS NULL
              )
              THEN c."carry_in"
              ELSE CAST(0 AS BIGINT)
            END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
            WHEN NOT (
              (
                CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN c."carry_in"
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
              ) >= 0
            )
            THEN CAST(0 AS DECIMAL(38, 0))
          END
          WHEN NOT (
            (
              (
                CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c5", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN c."carry_in"
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN c."carry_in"
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN c."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a2."c1", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            ) >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c1,
    SUM(
      CASE
        WHEN (
          (
            c."kind" = 'total'
          ) OR (
            c."kind" = 'basic'
          )
        )
        OR (
          c."kind" = 'project'
        )
        THEN CASE
          WHEN (
            (
              CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END
            ) + CASE
              WHEN (
                CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) - CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
              ) >= 0
              THEN CASE
                WHEN NOT (
                  c."carry_in" IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * c."carry_in"
                ) - CASE
                  WHEN c."carry_in" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."carry_in" = 0
                  )
                  THEN c."carry_in__step"
                END
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
              WHEN NOT (
                (
                  CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * c."carry_in"
                    ) - CASE
                      WHEN c."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."carry_in" = 0
                      )
                      THEN c."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
          ) >= 0
          THEN (
            CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END
          ) + CASE
            WHEN (
              CASE
                WHEN NOT (
                  c."carry_in" IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * c."carry_in"
                ) - CASE
                  WHEN c."carry_in" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."carry_in" = 0
                  )
                  THEN c."carry_in__step"
                END
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
            ) >= 0
            THEN CASE
              WHEN NOT (
                c."carry_in" IS NULL
              )
              THEN (
                CAST(2 AS BIGINT) * c."carry_in"
              ) - CASE
                WHEN c."carry_in" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  c."carry_in" = 0
                )
                THEN c."carry_in__step"
              END
              ELSE CAST(0 AS BIGINT)
            END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
            WHEN NOT (
              (
                CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) - CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
              ) >= 0
            )
            THEN CAST(0 AS DECIMAL(38, 0))
          END
          WHEN NOT (
            (
              (
                CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c9", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * c."carry_in"
                    ) - CASE
                      WHEN c."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."carry_in" = 0
                      )
                      THEN c."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) - CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * c."carry_in"
                      ) - CASE
                        WHEN c."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."carry_in" = 0
                        )
                        THEN c."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a2."c3", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            ) >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c2,
    SUM(
      CASE
        WHEN (
          (
            c."kind" = 'total'
          ) OR (
            c."kind" = 'basic'
          )
        )
        OR (
          c."kind" = 'project'
        )
        THEN CASE
          WHEN (
            (
              CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END
            ) + CASE
              WHEN (
                CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) + CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
              ) >= 0
              THEN CASE
                WHEN NOT (
                  c."carry_in" IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * c."carry_in"
                ) + CASE
                  WHEN c."carry_in" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."carry_in" = 0
                  )
                  THEN c."carry_in__step"
                END
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
              WHEN NOT (
                (
                  CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * c."carry_in"
                    ) + CASE
                      WHEN c."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."carry_in" = 0
                      )
                      THEN c."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
          ) >= 0
          THEN (
            CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END
          ) + CASE
            WHEN (
              CASE
                WHEN NOT (
                  c."carry_in" IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * c."carry_in"
                ) + CASE
                  WHEN c."carry_in" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    c."carry_in" = 0
                  )
                  THEN c."carry_in__step"
                END
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
            ) >= 0
            THEN CASE
              WHEN NOT (
                c."carry_in" IS NULL
              )
              THEN (
                CAST(2 AS BIGINT) * c."carry_in"
              ) + CASE
                WHEN c."carry_in" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  c."carry_in" = 0
                )
                THEN c."carry_in__step"
              END
              ELSE CAST(0 AS BIGINT)
            END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
            WHEN NOT (
              (
                CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) + CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
              ) >= 0
            )
            THEN CAST(0 AS DECIMAL(38, 0))
          END
          WHEN NOT (
            (
              (
                CASE WHEN TRUE THEN COALESCE(a1."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a1."c10", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      c."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * c."carry_in"
                    ) + CASE
                      WHEN c."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        c."carry_in" = 0
                      )
                      THEN c."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    c."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * c."carry_in"
                  ) + CASE
                    WHEN c."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      c."carry_in" = 0
                    )
                    THEN c."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        c."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * c."carry_in"
                      ) + CASE
                        WHEN c."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          c."carry_in" = 0
                        )
                        THEN c."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a2."c2", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            ) >= 0
          )
          THEN CAST(0 AS DECIMAL(38, 0))
        END
      END
    ) AS c3
  FROM "budget_line" AS c
  LEFT JOIN "approval_2" AS a1
    ON a1."k1" = c."_fact"
  LEFT JOIN "budget_line_6" AS a2
    ON a2."k1" = c."_fact"
  WHERE
    NOT (
      c."_case" IS NULL
    )
  GROUP BY
    c."_case"
), "review_8" AS (
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
), "judged" AS (
  SELECT
    s."_case" AS "_case",
    s."_fact" AS "_fact",
    s."_id" AS "_id",
    CAST(CASE
      WHEN NOT (
        (
          (
            (
              (
                s."kind" = 'item'
              )
              AND (
                (
                  NOT (
                    s."initial_budget" IS NULL
                  )
                )
                OR (
                  NOT (
                    NOT (
                      s."adjusted_budget" IS NULL
                    )
                  )
                )
              )
            )
            AND (
              s."actual" > 0
            )
          )
          AND (
            s."actual" > (
              (
                CASE
                  WHEN NOT (
                    s."initial_budget" IS NULL
                  )
                  THEN s."initial_budget"
                  ELSE CASE
                    WHEN NOT (
                      s."adjusted_budget" IS NULL
                    )
                    THEN s."adjusted_budget"
                    ELSE CASE
                      WHEN (
                        NOT (
                          CASE
                            WHEN (
                              NOT (
                                s."initial_budget" IS NULL
                              )
                            )
                            AND (
                              NOT (
                                COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                              )
                            )
                            THEN TRUE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                            THEN CAST(NULL AS BOOLEAN)
                            WHEN j1."_read" = 'whole'
                            THEN FALSE
                          END
                        )
                      )
                      AND CASE
                        WHEN a2."c1" > 0
                        THEN TRUE
                        WHEN (
                          j1."budget_line__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c2", 0) = 0
                        )
                        THEN FALSE
                      END
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                      )
                      THEN s."initial_budget"
                    END
                  END
                END + CASE
                  WHEN NOT (
                    s."carry_in" IS NULL
                  )
                  THEN s."carry_in"
                  ELSE CAST(0 AS BIGINT)
                END
              ) + CASE
                WHEN NOT (
                  s."adjusted_budget" IS NULL
                )
                THEN CAST(0 AS DECIMAL(38, 0))
                ELSE CASE
                  WHEN CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END <= 0
                  THEN CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END
                  WHEN NOT (
                    CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END <= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              END
            )
          )
        )
        AND (
          NOT (
            (
              (
                (
                  CAST(2 AS BIGINT) * s."actual"
                ) - s."actual__step"
              ) <= (
                (
                  CASE
                    WHEN NOT (
                      s."initial_budget" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."initial_budget"
                    ) + s."initial_budget__step"
                    ELSE CASE
                      WHEN NOT (
                        s."adjusted_budget" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."adjusted_budget"
                      ) + s."adjusted_budget__step"
                      ELSE CASE
                        WHEN (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                        )
                        THEN (
                          CAST(2 AS BIGINT) * s."initial_budget"
                        ) + s."initial_budget__step"
                      END
                    END
                  END + CASE
                    WHEN NOT (
                      s."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."carry_in"
                    ) + s."carry_in__step"
                    ELSE CAST(0 AS BIGINT)
                  END
                ) + CASE
                  WHEN NOT (
                    s."adjusted_budget" IS NULL
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                  ELSE CASE
                    WHEN CASE WHEN TRUE THEN COALESCE(a3."c3", 0) END <= 0
                    THEN CASE WHEN TRUE THEN COALESCE(a3."c3", 0) END
                    WHEN NOT (
                      CASE WHEN TRUE THEN COALESCE(a3."c3", 0) END <= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                END
              )
            )
            AND (
              (
                (
                  CASE
                    WHEN NOT (
                      s."initial_budget" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."initial_budget"
                    ) - s."initial_budget__step"
                    ELSE CASE
                      WHEN NOT (
                        s."adjusted_budget" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."adjusted_budget"
                      ) - s."adjusted_budget__step"
                      ELSE CASE
                        WHEN (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                        )
                        THEN (
                          CAST(2 AS BIGINT) * s."initial_budget"
                        ) - s."initial_budget__step"
                      END
                    END
                  END + CASE
                    WHEN NOT (
                      s."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."carry_in"
                    ) - s."carry_in__step"
                    ELSE CAST(0 AS BIGINT)
                  END
                ) + CASE
                  WHEN NOT (
                    s."adjusted_budget" IS NULL
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                  ELSE CASE
                    WHEN CASE WHEN TRUE THEN COALESCE(a3."c2", 0) END <= 0
                    THEN CASE WHEN TRUE THEN COALESCE(a3."c2", 0) END
                    WHEN NOT (
                      CASE WHEN TRUE THEN COALESCE(a3."c2", 0) END <= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                END
              ) <= (
                (
                  CAST(2 AS BIGINT) * s."actual"
                ) + s."actual__step"
              )
            )
          )
        )
      )
      THEN 'not_applicable'
      WHEN (
        (
          (
            (
              s."actual" - CASE
                WHEN NOT (
                  s."initial_budget" IS NULL
                )
                THEN s."initial_budget"
                ELSE CASE
                  WHEN NOT (
                    s."adjusted_budget" IS NULL
                  )
                  THEN s."adjusted_budget"
                  ELSE CASE
                    WHEN (
                      NOT (
                        CASE
                          WHEN (
                            NOT (
                              s."initial_budget" IS NULL
                            )
                          )
                          AND (
                            NOT (
                              COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                            )
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                          THEN FALSE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                          THEN CAST(NULL AS BOOLEAN)
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE
                      WHEN a2."c1" > 0
                      THEN TRUE
                      WHEN (
                        j1."budget_line__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c2", 0) = 0
                      )
                      THEN FALSE
                    END
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      (
                        NOT (
                          CASE
                            WHEN (
                              NOT (
                                s."initial_budget" IS NULL
                              )
                            )
                            AND (
                              NOT (
                                COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                              )
                            )
                            THEN TRUE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                            THEN CAST(NULL AS BOOLEAN)
                            WHEN j1."_read" = 'whole'
                            THEN FALSE
                          END
                        )
                      )
                      AND CASE
                        WHEN a2."c1" > 0
                        THEN TRUE
                        WHEN (
                          j1."budget_line__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c2", 0) = 0
                        )
                        THEN FALSE
                      END
                    )
                    THEN s."initial_budget"
                  END
                END
              END
            ) - CASE
              WHEN NOT (
                s."carry_in" IS NULL
              )
              THEN s."carry_in"
              ELSE CAST(0 AS BIGINT)
            END
          ) <= CASE
            WHEN (
              s."approval__state" = 'complete'
            ) AND (
              COALESCE(a3."c4", 0) = 0
            )
            THEN COALESCE(a3."c1", 0)
          END
        )
        OR (
          (
            (
              (
                s."actual" - CASE
                  WHEN NOT (
                    s."initial_budget" IS NULL
                  )
                  THEN s."initial_budget"
                  ELSE CASE
                    WHEN NOT (
                      s."adjusted_budget" IS NULL
                    )
                    THEN s."adjusted_budget"
                    ELSE CASE
                      WHEN (
                        NOT (
                          CASE
                            WHEN (
                              NOT (
                                s."initial_budget" IS NULL
                              )
                            )
                            AND (
                              NOT (
                                COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                              )
                            )
                            THEN TRUE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                            THEN CAST(NULL AS BOOLEAN)
                            WHEN j1."_read" = 'whole'
                            THEN FALSE
                          END
                        )
                      )
                      AND CASE
                        WHEN a2."c1" > 0
                        THEN TRUE
                        WHEN (
                          j1."budget_line__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c2", 0) = 0
                        )
                        THEN FALSE
                      END
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                      )
                      THEN s."initial_budget"
                    END
                  END
                END
              ) - CASE
                WHEN NOT (
                  s."carry_in" IS NULL
                )
                THEN s."carry_in"
                ELSE CAST(0 AS BIGINT)
              END
            ) - (
              CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
            )
          ) <= 0
        )
      )
      OR (
        (
          (
            (
              (
                s."actual" - CASE
                  WHEN NOT (
                    s."initial_budget" IS NULL
                  )
                  THEN s."initial_budget"
                  ELSE CASE
                    WHEN NOT (
                      s."adjusted_budget" IS NULL
                    )
                    THEN s."adjusted_budget"
                    ELSE CASE
                      WHEN (
                        NOT (
                          CASE
                            WHEN (
                              NOT (
                                s."initial_budget" IS NULL
                              )
                            )
                            AND (
                              NOT (
                                COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                              )
                            )
                            THEN TRUE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                            THEN CAST(NULL AS BOOLEAN)
                            WHEN j1."_read" = 'whole'
                            THEN FALSE
                          END
                        )
                      )
                      AND CASE
                        WHEN a2."c1" > 0
                        THEN TRUE
                        WHEN (
                          j1."budget_line__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c2", 0) = 0
                        )
                        THEN FALSE
                      END
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                      )
                      THEN s."initial_budget"
                    END
                  END
                END
              ) - CASE
                WHEN NOT (
                  s."carry_in" IS NULL
                )
                THEN s."carry_in"
                ELSE CAST(0 AS BIGINT)
              END
            ) - (
              CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
            )
          ) <= (
            (
              CASE
                WHEN s."kind" <> 'item'
                THEN CASE
                  WHEN NOT (
                    j5."kind" IS NULL
                  )
                  THEN CASE
                    WHEN (
                      (
                        CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                    ) >= 0
                    THEN (
                      CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      (
                        (
                          CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                  ELSE CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  s."kind" <> 'item'
                )
                THEN CASE
                  WHEN (
                    NOT (
                      j5."kind" IS NULL
                    )
                  ) AND (
                    j5."kind" = 'item'
                  )
                  THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END + CASE
                    WHEN (
                      (
                        CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                    ) >= 0
                    THEN (
                      CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      (
                        (
                          CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    (
                      NOT (
                        j5."kind" IS NULL
                      )
                    ) AND (
                      j5."kind" = 'item'
                    )
                  )
                  THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END
                END
              END + CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END
            ) + CASE WHEN TRUE THEN COALESCE(a4."c2", 0) END
          )
        )
        AND NULL
      )
      THEN 'pass'
      WHEN (
        (
          (
            (
              (
                (
                  s."kind" = 'item'
                )
                AND (
                  (
                    NOT (
                      s."initial_budget" IS NULL
                    )
                  )
                  OR (
                    NOT (
                      NOT (
                        s."adjusted_budget" IS NULL
                      )
                    )
                  )
                )
              )
              AND (
                s."actual" > 0
              )
            )
            AND (
              s."actual" > (
                (
                  CASE
                    WHEN NOT (
                      s."initial_budget" IS NULL
                    )
                    THEN s."initial_budget"
                    ELSE CASE
                      WHEN NOT (
                        s."adjusted_budget" IS NULL
                      )
                      THEN s."adjusted_budget"
                      ELSE CASE
                        WHEN (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                        )
                        THEN s."initial_budget"
                      END
                    END
                  END + CASE
                    WHEN NOT (
                      s."carry_in" IS NULL
                    )
                    THEN s."carry_in"
                    ELSE CAST(0 AS BIGINT)
                  END
                ) + CASE
                  WHEN NOT (
                    s."adjusted_budget" IS NULL
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                  ELSE CASE
                    WHEN CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END <= 0
                    THEN CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END
                    WHEN NOT (
                      CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END <= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                END
              )
            )
          )
          AND (
            NOT (
              (
                (
                  (
                    CAST(2 AS BIGINT) * s."actual"
                  ) - s."actual__step"
                ) <= (
                  (
                    CASE
                      WHEN NOT (
                        s."initial_budget" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."initial_budget"
                      ) + s."initial_budget__step"
                      ELSE CASE
                        WHEN NOT (
                          s."adjusted_budget" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * s."adjusted_budget"
                        ) + s."adjusted_budget__step"
                        ELSE CASE
                          WHEN (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            (
                              NOT (
                                CASE
                                  WHEN (
                                    NOT (
                                      s."initial_budget" IS NULL
                                    )
                                  )
                                  AND (
                                    NOT (
                                      COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                    )
                                  )
                                  THEN TRUE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                  THEN FALSE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                  THEN CAST(NULL AS BOOLEAN)
                                  WHEN j1."_read" = 'whole'
                                  THEN FALSE
                                END
                              )
                            )
                            AND CASE
                              WHEN a2."c1" > 0
                              THEN TRUE
                              WHEN (
                                j1."budget_line__state" = 'complete'
                              ) AND (
                                COALESCE(a2."c2", 0) = 0
                              )
                              THEN FALSE
                            END
                          )
                          THEN (
                            CAST(2 AS BIGINT) * s."initial_budget"
                          ) + s."initial_budget__step"
                        END
                      END
                    END + CASE
                      WHEN NOT (
                        s."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."carry_in"
                      ) + s."carry_in__step"
                      ELSE CAST(0 AS BIGINT)
                    END
                  ) + CASE
                    WHEN NOT (
                      s."adjusted_budget" IS NULL
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                    ELSE CASE
                      WHEN CASE WHEN TRUE THEN COALESCE(a3."c3", 0) END <= 0
                      THEN CASE WHEN TRUE THEN COALESCE(a3."c3", 0) END
                      WHEN NOT (
                        CASE WHEN TRUE THEN COALESCE(a3."c3", 0) END <= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  END
                )
              )
              AND (
                (
                  (
                    CASE
                      WHEN NOT (
                        s."initial_budget" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."initial_budget"
                      ) - s."initial_budget__step"
                      ELSE CASE
                        WHEN NOT (
                          s."adjusted_budget" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * s."adjusted_budget"
                        ) - s."adjusted_budget__step"
                        ELSE CASE
                          WHEN (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            (
                              NOT (
                                CASE
                                  WHEN (
                                    NOT (
                                      s."initial_budget" IS NULL
                                    )
                                  )
                                  AND (
                                    NOT (
                                      COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                    )
                                  )
                                  THEN TRUE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                  THEN FALSE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                  THEN CAST(NULL AS BOOLEAN)
                                  WHEN j1."_read" = 'whole'
                                  THEN FALSE
                                END
                              )
                            )
                            AND CASE
                              WHEN a2."c1" > 0
                              THEN TRUE
                              WHEN (
                                j1."budget_line__state" = 'complete'
                              ) AND (
                                COALESCE(a2."c2", 0) = 0
                              )
                              THEN FALSE
                            END
                          )
                          THEN (
                            CAST(2 AS BIGINT) * s."initial_budget"
                          ) - s."initial_budget__step"
                        END
                      END
                    END + CASE
                      WHEN NOT (
                        s."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."carry_in"
                      ) - s."carry_in__step"
                      ELSE CAST(0 AS BIGINT)
                    END
                  ) + CASE
                    WHEN NOT (
                      s."adjusted_budget" IS NULL
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                    ELSE CASE
                      WHEN CASE WHEN TRUE THEN COALESCE(a3."c2", 0) END <= 0
                      THEN CASE WHEN TRUE THEN COALESCE(a3."c2", 0) END
                      WHEN NOT (
                        CASE WHEN TRUE THEN COALESCE(a3."c2", 0) END <= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  END
                ) <= (
                  (
                    CAST(2 AS BIGINT) * s."actual"
                  ) + s."actual__step"
                )
              )
            )
          )
        ) IS NULL
      )
      OR (
        (
          (
            (
              (
                (
                  s."actual" - CASE
                    WHEN NOT (
                      s."initial_budget" IS NULL
                    )
                    THEN s."initial_budget"
                    ELSE CASE
                      WHEN NOT (
                        s."adjusted_budget" IS NULL
                      )
                      THEN s."adjusted_budget"
                      ELSE CASE
                        WHEN (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                        )
                        THEN s."initial_budget"
                      END
                    END
                  END
                ) - CASE
                  WHEN NOT (
                    s."carry_in" IS NULL
                  )
                  THEN s."carry_in"
                  ELSE CAST(0 AS BIGINT)
                END
              ) <= CASE
                WHEN (
                  s."approval__state" = 'complete'
                ) AND (
                  COALESCE(a3."c4", 0) = 0
                )
                THEN COALESCE(a3."c1", 0)
              END
            )
            OR (
              (
                (
                  (
                    s."actual" - CASE
                      WHEN NOT (
                        s."initial_budget" IS NULL
                      )
                      THEN s."initial_budget"
                      ELSE CASE
                        WHEN NOT (
                          s."adjusted_budget" IS NULL
                        )
                        THEN s."adjusted_budget"
                        ELSE CASE
                          WHEN (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            (
                              NOT (
                                CASE
                                  WHEN (
                                    NOT (
                                      s."initial_budget" IS NULL
                                    )
                                  )
                                  AND (
                                    NOT (
                                      COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                    )
                                  )
                                  THEN TRUE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                  THEN FALSE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                  THEN CAST(NULL AS BOOLEAN)
                                  WHEN j1."_read" = 'whole'
                                  THEN FALSE
                                END
                              )
                            )
                            AND CASE
                              WHEN a2."c1" > 0
                              THEN TRUE
                              WHEN (
                                j1."budget_line__state" = 'complete'
                              ) AND (
                                COALESCE(a2."c2", 0) = 0
                              )
                              THEN FALSE
                            END
                          )
                          THEN s."initial_budget"
                        END
                      END
                    END
                  ) - CASE
                    WHEN NOT (
                      s."carry_in" IS NULL
                    )
                    THEN s."carry_in"
                    ELSE CAST(0 AS BIGINT)
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
                )
              ) <= 0
            )
          )
          OR (
            (
              (
                (
                  (
                    s."actual" - CASE
                      WHEN NOT (
                        s."initial_budget" IS NULL
                      )
                      THEN s."initial_budget"
                      ELSE CASE
                        WHEN NOT (
                          s."adjusted_budget" IS NULL
                        )
                        THEN s."adjusted_budget"
                        ELSE CASE
                          WHEN (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            (
                              NOT (
                                CASE
                                  WHEN (
                                    NOT (
                                      s."initial_budget" IS NULL
                                    )
                                  )
                                  AND (
                                    NOT (
                                      COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                    )
                                  )
                                  THEN TRUE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                  THEN FALSE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                  THEN CAST(NULL AS BOOLEAN)
                                  WHEN j1."_read" = 'whole'
                                  THEN FALSE
                                END
                              )
                            )
                            AND CASE
                              WHEN a2."c1" > 0
                              THEN TRUE
                              WHEN (
                                j1."budget_line__state" = 'complete'
                              ) AND (
                                COALESCE(a2."c2", 0) = 0
                              )
                              THEN FALSE
                            END
                          )
                          THEN s."initial_budget"
                        END
                      END
                    END
                  ) - CASE
                    WHEN NOT (
                      s."carry_in" IS NULL
                    )
                    THEN s."carry_in"
                    ELSE CAST(0 AS BIGINT)
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
                )
              ) <= (
                (
                  CASE
                    WHEN s."kind" <> 'item'
                    THEN CASE
                      WHEN NOT (
                        j5."kind" IS NULL
                      )
                      THEN CASE
                        WHEN (
                          (
                            CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                        ) >= 0
                        THEN (
                          CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            (
                              CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j5."carry_in" IS NULL
                                    )
                                    THEN j5."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      ELSE CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      s."kind" <> 'item'
                    )
                    THEN CASE
                      WHEN (
                        NOT (
                          j5."kind" IS NULL
                        )
                      ) AND (
                        j5."kind" = 'item'
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END + CASE
                        WHEN (
                          (
                            CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                        ) >= 0
                        THEN (
                          CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            (
                              CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j5."carry_in" IS NULL
                                    )
                                    THEN j5."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        (
                          NOT (
                            j5."kind" IS NULL
                          )
                        ) AND (
                          j5."kind" = 'item'
                        )
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END
                    END
                  END + CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END
                ) + CASE WHEN TRUE THEN COALESCE(a4."c2", 0) END
              )
            )
            AND NULL
          )
        ) IS NULL
      )
      THEN 'undetermined'
      WHEN (
        NOT (
          (
            CASE
              WHEN (
                (
                  (
                    (
                      CAST(2 AS BIGINT) * s."actual"
                    ) + CASE
                      WHEN s."actual" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."actual" = 0
                      )
                      THEN s."actual__step"
                    END
                  ) - CASE
                    WHEN NOT (
                      s."initial_budget" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."initial_budget"
                    ) - CASE
                      WHEN s."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."initial_budget" = 0
                      )
                      THEN s."initial_budget__step"
                    END
                    ELSE CASE
                      WHEN NOT (
                        s."adjusted_budget" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."adjusted_budget"
                      ) - CASE
                        WHEN s."adjusted_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          s."adjusted_budget" = 0
                        )
                        THEN s."adjusted_budget__step"
                      END
                      ELSE CASE
                        WHEN (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                        )
                        THEN (
                          CAST(2 AS BIGINT) * s."initial_budget"
                        ) - CASE
                          WHEN s."initial_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            s."initial_budget" = 0
                          )
                          THEN s."initial_budget__step"
                        END
                      END
                    END
                  END
                ) - CASE
                  WHEN NOT (
                    s."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * s."carry_in"
                  ) - CASE
                    WHEN s."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."carry_in" = 0
                    )
                    THEN s."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END
              ) <= CASE
                WHEN (
                  s."approval__state" = 'complete'
                ) AND (
                  COALESCE(a3."c6", 0) = 0
                )
                THEN COALESCE(a3."c7", 0)
              END
              THEN TRUE
              WHEN (
                (
                  (
                    (
                      CAST(2 AS BIGINT) * s."actual"
                    ) - CASE
                      WHEN s."actual" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."actual" = 0
                      )
                      THEN s."actual__step"
                    END
                  ) - CASE
                    WHEN NOT (
                      s."initial_budget" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."initial_budget"
                    ) + CASE
                      WHEN s."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."initial_budget" = 0
                      )
                      THEN s."initial_budget__step"
                    END
                    ELSE CASE
                      WHEN NOT (
                        s."adjusted_budget" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."adjusted_budget"
                      ) + CASE
                        WHEN s."adjusted_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          s."adjusted_budget" = 0
                        )
                        THEN s."adjusted_budget__step"
                      END
                      ELSE CASE
                        WHEN (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                        )
                        THEN (
                          CAST(2 AS BIGINT) * s."initial_budget"
                        ) + CASE
                          WHEN s."initial_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            s."initial_budget" = 0
                          )
                          THEN s."initial_budget__step"
                        END
                      END
                    END
                  END
                ) - CASE
                  WHEN NOT (
                    s."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * s."carry_in"
                  ) + CASE
                    WHEN s."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."carry_in" = 0
                    )
                    THEN s."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END
              ) > CASE
                WHEN (
                  s."approval__state" = 'complete'
                ) AND (
                  COALESCE(a3."c6", 0) = 0
                )
                THEN COALESCE(a3."c8", 0)
              END
              THEN FALSE
            END
            OR CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(2 AS BIGINT) * s."actual"
                      ) + CASE
                        WHEN s."actual" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          s."actual" = 0
                        )
                        THEN s."actual__step"
                      END
                    ) - CASE
                      WHEN NOT (
                        s."initial_budget" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."initial_budget"
                      ) - CASE
                        WHEN s."initial_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          s."initial_budget" = 0
                        )
                        THEN s."initial_budget__step"
                      END
                      ELSE CASE
                        WHEN NOT (
                          s."adjusted_budget" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * s."adjusted_budget"
                        ) - CASE
                          WHEN s."adjusted_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            s."adjusted_budget" = 0
                          )
                          THEN s."adjusted_budget__step"
                        END
                        ELSE CASE
                          WHEN (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            (
                              NOT (
                                CASE
                                  WHEN (
                                    NOT (
                                      s."initial_budget" IS NULL
                                    )
                                  )
                                  AND (
                                    NOT (
                                      COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                    )
                                  )
                                  THEN TRUE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                  THEN FALSE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                  THEN CAST(NULL AS BOOLEAN)
                                  WHEN j1."_read" = 'whole'
                                  THEN FALSE
                                END
                              )
                            )
                            AND CASE
                              WHEN a2."c1" > 0
                              THEN TRUE
                              WHEN (
                                j1."budget_line__state" = 'complete'
                              ) AND (
                                COALESCE(a2."c2", 0) = 0
                              )
                              THEN FALSE
                            END
                          )
                          THEN (
                            CAST(2 AS BIGINT) * s."initial_budget"
                          ) - CASE
                            WHEN s."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              s."initial_budget" = 0
                            )
                            THEN s."initial_budget__step"
                          END
                        END
                      END
                    END
                  ) - CASE
                    WHEN NOT (
                      s."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."carry_in"
                    ) - CASE
                      WHEN s."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."carry_in" = 0
                      )
                      THEN s."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(a3."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c3", 0) END
                )
              ) <= 0
              THEN TRUE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(2 AS BIGINT) * s."actual"
                      ) - CASE
                        WHEN s."actual" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          s."actual" = 0
                        )
                        THEN s."actual__step"
                      END
                    ) - CASE
                      WHEN NOT (
                        s."initial_budget" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."initial_budget"
                      ) + CASE
                        WHEN s."initial_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          s."initial_budget" = 0
                        )
                        THEN s."initial_budget__step"
                      END
                      ELSE CASE
                        WHEN NOT (
                          s."adjusted_budget" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * s."adjusted_budget"
                        ) + CASE
                          WHEN s."adjusted_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            s."adjusted_budget" = 0
                          )
                          THEN s."adjusted_budget__step"
                        END
                        ELSE CASE
                          WHEN (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            (
                              NOT (
                                CASE
                                  WHEN (
                                    NOT (
                                      s."initial_budget" IS NULL
                                    )
                                  )
                                  AND (
                                    NOT (
                                      COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                    )
                                  )
                                  THEN TRUE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                  THEN FALSE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                  THEN CAST(NULL AS BOOLEAN)
                                  WHEN j1."_read" = 'whole'
                                  THEN FALSE
                                END
                              )
                            )
                            AND CASE
                              WHEN a2."c1" > 0
                              THEN TRUE
                              WHEN (
                                j1."budget_line__state" = 'complete'
                              ) AND (
                                COALESCE(a2."c2", 0) = 0
                              )
                              THEN FALSE
                            END
                          )
                          THEN (
                            CAST(2 AS BIGINT) * s."initial_budget"
                          ) + CASE
                            WHEN s."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              s."initial_budget" = 0
                            )
                            THEN s."initial_budget__step"
                          END
                        END
                      END
                    END
                  ) - CASE
                    WHEN NOT (
                      s."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."carry_in"
                    ) + CASE
                      WHEN s."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."carry_in" = 0
                      )
                      THEN s."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(a3."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c4", 0) END
                )
              ) > 0
              THEN FALSE
            END
          )
          OR (
            CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(2 AS BIGINT) * s."actual"
                      ) + CASE
                        WHEN s."actual" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          s."actual" = 0
                        )
                        THEN s."actual__step"
                      END
                    ) - CASE
                      WHEN NOT (
                        s."initial_budget" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."initial_budget"
                      ) - CASE
                        WHEN s."initial_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          s."initial_budget" = 0
                        )
                        THEN s."initial_budget__step"
                      END
                      ELSE CASE
                        WHEN NOT (
                          s."adjusted_budget" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * s."adjusted_budget"
                        ) - CASE
                          WHEN s."adjusted_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            s."adjusted_budget" = 0
                          )
                          THEN s."adjusted_budget__step"
                        END
                        ELSE CASE
                          WHEN (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            (
                              NOT (
                                CASE
                                  WHEN (
                                    NOT (
                                      s."initial_budget" IS NULL
                                    )
                                  )
                                  AND (
                                    NOT (
                                      COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                    )
                                  )
                                  THEN TRUE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                  THEN FALSE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                  THEN CAST(NULL AS BOOLEAN)
                                  WHEN j1."_read" = 'whole'
                                  THEN FALSE
                                END
                              )
                            )
                            AND CASE
                              WHEN a2."c1" > 0
                              THEN TRUE
                              WHEN (
                                j1."budget_line__state" = 'complete'
                              ) AND (
                                COALESCE(a2."c2", 0) = 0
                              )
                              THEN FALSE
                            END
                          )
                          THEN (
                            CAST(2 AS BIGINT) * s."initial_budget"
                          ) - CASE
                            WHEN s."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              s."initial_budget" = 0
                            )
                            THEN s."initial_budget__step"
                          END
                        END
                      END
                    END
                  ) - CASE
                    WHEN NOT (
                      s."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."carry_in"
                    ) - CASE
                      WHEN s."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."carry_in" = 0
                      )
                      THEN s."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(a3."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c3", 0) END
                )
              ) <= v9."v"
              THEN TRUE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(2 AS BIGINT) * s."actual"
                      ) - CASE
                        WHEN s."actual" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          s."actual" = 0
                        )
                        THEN s."actual__step"
                      END
                    ) - CASE
                      WHEN NOT (
                        s."initial_budget" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."initial_budget"
                      ) + CASE
                        WHEN s."initial_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          s."initial_budget" = 0
                        )
                        THEN s."initial_budget__step"
                      END
                      ELSE CASE
                        WHEN NOT (
                          s."adjusted_budget" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * s."adjusted_budget"
                        ) + CASE
                          WHEN s."adjusted_budget" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            s."adjusted_budget" = 0
                          )
                          THEN s."adjusted_budget__step"
                        END
                        ELSE CASE
                          WHEN (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            (
                              NOT (
                                CASE
                                  WHEN (
                                    NOT (
                                      s."initial_budget" IS NULL
                                    )
                                  )
                                  AND (
                                    NOT (
                                      COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                    )
                                  )
                                  THEN TRUE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                  THEN FALSE
                                  WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                  THEN CAST(NULL AS BOOLEAN)
                                  WHEN j1."_read" = 'whole'
                                  THEN FALSE
                                END
                              )
                            )
                            AND CASE
                              WHEN a2."c1" > 0
                              THEN TRUE
                              WHEN (
                                j1."budget_line__state" = 'complete'
                              ) AND (
                                COALESCE(a2."c2", 0) = 0
                              )
                              THEN FALSE
                            END
                          )
                          THEN (
                            CAST(2 AS BIGINT) * s."initial_budget"
                          ) + CASE
                            WHEN s."initial_budget" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              s."initial_budget" = 0
                            )
                            THEN s."initial_budget__step"
                          END
                        END
                      END
                    END
                  ) - CASE
                    WHEN NOT (
                      s."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."carry_in"
                    ) + CASE
                      WHEN s."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."carry_in" = 0
                      )
                      THEN s."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END
                ) - (
                  CASE WHEN TRUE THEN COALESCE(a3."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c4", 0) END
                )
              ) > v10."v"
              THEN FALSE
            END
            AND NULL
          )
        )
      )
      AND (
        (
          (
            (
              (
                s."kind" = 'item'
              )
              AND (
                (
                  NOT (
                    s."initial_budget" IS NULL
                  )
                )
                OR (
                  NOT (
                    NOT (
                      s."adjusted_budget" IS NULL
                    )
                  )
                )
              )
            )
            AND CASE
              WHEN 0 < (
                (
                  CAST(2 AS BIGINT) * s."actual"
                ) - CASE
                  WHEN s."actual" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."actual" = 0
                  )
                  THEN s."actual__step"
                END
              )
              THEN TRUE
              WHEN 0 >= (
                (
                  CAST(2 AS BIGINT) * s."actual"
                ) + CASE
                  WHEN s."actual" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."actual" = 0
                  )
                  THEN s."actual__step"
                END
              )
              THEN FALSE
            END
          )
          AND CASE
            WHEN (
              (
                CASE
                  WHEN NOT (
                    s."initial_budget" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * s."initial_budget"
                  ) + CASE
                    WHEN s."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."initial_budget" = 0
                    )
                    THEN s."initial_budget__step"
                  END
                  ELSE CASE
                    WHEN NOT (
                      s."adjusted_budget" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."adjusted_budget"
                    ) + CASE
                      WHEN s."adjusted_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."adjusted_budget" = 0
                      )
                      THEN s."adjusted_budget__step"
                    END
                    ELSE CASE
                      WHEN (
                        NOT (
                          CASE
                            WHEN (
                              NOT (
                                s."initial_budget" IS NULL
                              )
                            )
                            AND (
                              NOT (
                                COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                              )
                            )
                            THEN TRUE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                            THEN CAST(NULL AS BOOLEAN)
                            WHEN j1."_read" = 'whole'
                            THEN FALSE
                          END
                        )
                      )
                      AND CASE
                        WHEN a2."c1" > 0
                        THEN TRUE
                        WHEN (
                          j1."budget_line__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c2", 0) = 0
                        )
                        THEN FALSE
                      END
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."initial_budget"
                      ) + CASE
                        WHEN s."initial_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          s."initial_budget" = 0
                        )
                        THEN s."initial_budget__step"
                      END
                    END
                  END
                END + CASE
                  WHEN NOT (
                    s."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * s."carry_in"
                  ) + CASE
                    WHEN s."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."carry_in" = 0
                    )
                    THEN s."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END
              ) + CASE
                WHEN NOT (
                  s."adjusted_budget" IS NULL
                )
                THEN CAST(0 AS DECIMAL(38, 0))
                ELSE CASE
                  WHEN CASE WHEN TRUE THEN COALESCE(a3."c8", 0) END <= 0
                  THEN CASE WHEN TRUE THEN COALESCE(a3."c8", 0) END
                  WHEN NOT (
                    CASE WHEN TRUE THEN COALESCE(a3."c8", 0) END <= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              END
            ) < (
              (
                CAST(2 AS BIGINT) * s."actual"
              ) - CASE
                WHEN s."actual" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."actual" = 0
                )
                THEN s."actual__step"
              END
            )
            THEN TRUE
            WHEN (
              (
                CASE
                  WHEN NOT (
                    s."initial_budget" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * s."initial_budget"
                  ) - CASE
                    WHEN s."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."initial_budget" = 0
                    )
                    THEN s."initial_budget__step"
                  END
                  ELSE CASE
                    WHEN NOT (
                      s."adjusted_budget" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."adjusted_budget"
                    ) - CASE
                      WHEN s."adjusted_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."adjusted_budget" = 0
                      )
                      THEN s."adjusted_budget__step"
                    END
                    ELSE CASE
                      WHEN (
                        NOT (
                          CASE
                            WHEN (
                              NOT (
                                s."initial_budget" IS NULL
                              )
                            )
                            AND (
                              NOT (
                                COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                              )
                            )
                            THEN TRUE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                            THEN CAST(NULL AS BOOLEAN)
                            WHEN j1."_read" = 'whole'
                            THEN FALSE
                          END
                        )
                      )
                      AND CASE
                        WHEN a2."c1" > 0
                        THEN TRUE
                        WHEN (
                          j1."budget_line__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c2", 0) = 0
                        )
                        THEN FALSE
                      END
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."initial_budget"
                      ) - CASE
                        WHEN s."initial_budget" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          s."initial_budget" = 0
                        )
                        THEN s."initial_budget__step"
                      END
                    END
                  END
                END + CASE
                  WHEN NOT (
                    s."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * s."carry_in"
                  ) - CASE
                    WHEN s."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."carry_in" = 0
                    )
                    THEN s."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END
              ) + CASE
                WHEN NOT (
                  s."adjusted_budget" IS NULL
                )
                THEN CAST(0 AS DECIMAL(38, 0))
                ELSE CASE
                  WHEN CASE WHEN TRUE THEN COALESCE(a3."c7", 0) END <= 0
                  THEN CASE WHEN TRUE THEN COALESCE(a3."c7", 0) END
                  WHEN NOT (
                    CASE WHEN TRUE THEN COALESCE(a3."c7", 0) END <= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              END
            ) >= (
              (
                CAST(2 AS BIGINT) * s."actual"
              ) + CASE
                WHEN s."actual" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."actual" = 0
                )
                THEN s."actual__step"
              END
            )
            THEN FALSE
          END
        )
        AND (
          NOT (
            (
              (
                (
                  CAST(2 AS BIGINT) * s."actual"
                ) - s."actual__step"
              ) <= (
                (
                  CASE
                    WHEN NOT (
                      s."initial_budget" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."initial_budget"
                    ) + s."initial_budget__step"
                    ELSE CASE
                      WHEN NOT (
                        s."adjusted_budget" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."adjusted_budget"
                      ) + s."adjusted_budget__step"
                      ELSE CASE
                        WHEN (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                        )
                        THEN (
                          CAST(2 AS BIGINT) * s."initial_budget"
                        ) + s."initial_budget__step"
                      END
                    END
                  END + CASE
                    WHEN NOT (
                      s."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."carry_in"
                    ) + s."carry_in__step"
                    ELSE CAST(0 AS BIGINT)
                  END
                ) + CASE
                  WHEN NOT (
                    s."adjusted_budget" IS NULL
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                  ELSE CASE
                    WHEN CASE WHEN TRUE THEN COALESCE(a3."c3", 0) END <= 0
                    THEN CASE WHEN TRUE THEN COALESCE(a3."c3", 0) END
                    WHEN NOT (
                      CASE WHEN TRUE THEN COALESCE(a3."c3", 0) END <= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                END
              )
            )
            AND (
              (
                (
                  CASE
                    WHEN NOT (
                      s."initial_budget" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."initial_budget"
                    ) - s."initial_budget__step"
                    ELSE CASE
                      WHEN NOT (
                        s."adjusted_budget" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * s."adjusted_budget"
                      ) - s."adjusted_budget__step"
                      ELSE CASE
                        WHEN (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          (
                            NOT (
                              CASE
                                WHEN (
                                  NOT (
                                    s."initial_budget" IS NULL
                                  )
                                )
                                AND (
                                  NOT (
                                    COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                  )
                                )
                                THEN TRUE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                                THEN FALSE
                                WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                                THEN CAST(NULL AS BOOLEAN)
                                WHEN j1."_read" = 'whole'
                                THEN FALSE
                              END
                            )
                          )
                          AND CASE
                            WHEN a2."c1" > 0
                            THEN TRUE
                            WHEN (
                              j1."budget_line__state" = 'complete'
                            ) AND (
                              COALESCE(a2."c2", 0) = 0
                            )
                            THEN FALSE
                          END
                        )
                        THEN (
                          CAST(2 AS BIGINT) * s."initial_budget"
                        ) - s."initial_budget__step"
                      END
                    END
                  END + CASE
                    WHEN NOT (
                      s."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * s."carry_in"
                    ) - s."carry_in__step"
                    ELSE CAST(0 AS BIGINT)
                  END
                ) + CASE
                  WHEN NOT (
                    s."adjusted_budget" IS NULL
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                  ELSE CASE
                    WHEN CASE WHEN TRUE THEN COALESCE(a3."c2", 0) END <= 0
                    THEN CASE WHEN TRUE THEN COALESCE(a3."c2", 0) END
                    WHEN NOT (
                      CASE WHEN TRUE THEN COALESCE(a3."c2", 0) END <= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                END
              ) <= (
                (
                  CAST(2 AS BIGINT) * s."actual"
                ) + s."actual__step"
              )
            )
          )
        )
      )
      THEN 'fail'
      ELSE 'undetermined'
    END AS VARCHAR) AS "addition-approved",
    CASE
      WHEN v11."v"
      THEN (
        (
          (
            s."actual" - CASE
              WHEN NOT (
                s."initial_budget" IS NULL
              )
              THEN s."initial_budget"
              ELSE CASE
                WHEN NOT (
                  s."adjusted_budget" IS NULL
                )
                THEN s."adjusted_budget"
                ELSE CASE
                  WHEN (
                    NOT (
                      CASE
                        WHEN (
                          NOT (
                            s."initial_budget" IS NULL
                          )
                        )
                        AND (
                          NOT (
                            COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                          )
                        )
                        THEN TRUE
                        WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                        THEN FALSE
                        WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                        THEN CAST(NULL AS BOOLEAN)
                        WHEN j1."_read" = 'whole'
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE
                    WHEN a2."c1" > 0
                    THEN TRUE
                    WHEN (
                      j1."budget_line__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c2", 0) = 0
                    )
                    THEN FALSE
                  END
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    (
                      NOT (
                        CASE
                          WHEN (
                            NOT (
                              s."initial_budget" IS NULL
                            )
                          )
                          AND (
                            NOT (
                              COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                            )
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                          THEN FALSE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                          THEN CAST(NULL AS BOOLEAN)
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE
                      WHEN a2."c1" > 0
                      THEN TRUE
                      WHEN (
                        j1."budget_line__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c2", 0) = 0
                      )
                      THEN FALSE
                    END
                  )
                  THEN s."initial_budget"
                END
              END
            END
          ) - CASE
            WHEN NOT (
              s."carry_in" IS NULL
            )
            THEN s."carry_in"
            ELSE CAST(0 AS BIGINT)
          END
        ) - (
          CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
        )
      ) - (
        (
          CASE
            WHEN s."kind" <> 'item'
            THEN CASE
              WHEN NOT (
                j5."kind" IS NULL
              )
              THEN CASE
                WHEN (
                  (
                    CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN j5."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
                THEN (
                  CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN j5."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN j5."carry_in"
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    (
                      CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              ELSE CAST(0 AS DECIMAL(38, 0))
            END
            WHEN NOT (
              s."kind" <> 'item'
            )
            THEN CASE
              WHEN (
                NOT (
                  j5."kind" IS NULL
                )
              ) AND (
                j5."kind" = 'item'
              )
              THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END + CASE
                WHEN (
                  (
                    CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN j5."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
                THEN (
                  CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN j5."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN j5."carry_in"
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    (
                      CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                (
                  NOT (
                    j5."kind" IS NULL
                  )
                ) AND (
                  j5."kind" = 'item'
                )
              )
              THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END
            END
          END + CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END
        ) + CASE WHEN TRUE THEN COALESCE(a4."c2", 0) END
      )
      WHEN NOT (
        v11."v"
      )
      THEN (
        (
          s."actual" - CASE
            WHEN NOT (
              s."initial_budget" IS NULL
            )
            THEN s."initial_budget"
            ELSE CASE
              WHEN NOT (
                s."adjusted_budget" IS NULL
              )
              THEN s."adjusted_budget"
              ELSE CASE
                WHEN (
                  NOT (
                    CASE
                      WHEN (
                        NOT (
                          s."initial_budget" IS NULL
                        )
                      )
                      AND (
                        NOT (
                          COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                        )
                      )
                      THEN TRUE
                      WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                      THEN FALSE
                      WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                      THEN CAST(NULL AS BOOLEAN)
                      WHEN j1."_read" = 'whole'
                      THEN FALSE
                    END
                  )
                )
                AND CASE
                  WHEN a2."c1" > 0
                  THEN TRUE
                  WHEN (
                    j1."budget_line__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c2", 0) = 0
                  )
                  THEN FALSE
                END
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  (
                    NOT (
                      CASE
                        WHEN (
                          NOT (
                            s."initial_budget" IS NULL
                          )
                        )
                        AND (
                          NOT (
                            COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                          )
                        )
                        THEN TRUE
                        WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                        THEN FALSE
                        WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                        THEN CAST(NULL AS BOOLEAN)
                        WHEN j1."_read" = 'whole'
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE
                    WHEN a2."c1" > 0
                    THEN TRUE
                    WHEN (
                      j1."budget_line__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c2", 0) = 0
                    )
                    THEN FALSE
                  END
                )
                THEN s."initial_budget"
              END
            END
          END
        ) - CASE
          WHEN NOT (
            s."carry_in" IS NULL
          )
          THEN s."carry_in"
          ELSE CAST(0 AS BIGINT)
        END
      ) - (
        CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
      )
    END AS "addition-approved amount",
    CAST(COALESCE(
      CASE
        WHEN (
          NOT (
            s."is_emergency" IS NULL
          )
        ) AND s."is_emergency"
        THEN 'low'
        WHEN NOT (
          (
            NOT (
              s."is_emergency" IS NULL
            )
          ) AND s."is_emergency"
        )
        THEN CASE
          WHEN v12."v"
          THEN 'high'
          WHEN NOT (
            v12."v"
          )
          THEN CASE WHEN v13."v" THEN 'medium' WHEN NOT (
            v13."v"
          ) THEN 'low' END
        END
      END,
      'high'
    ) AS VARCHAR) AS "addition-approved severity",
    CAST(COALESCE(
      CASE
        WHEN (
          (
            CASE
              WHEN (
                NOT (
                  s."carry_in" IS NULL
                )
              )
              AND (
                NOT (
                  COALESCE(POSITION(' carry_in ' IN s."_derived"), 0) > 0
                )
              )
              THEN TRUE
              WHEN COALESCE(POSITION(' carry_in ' IN s."_none"), 0) > 0
              THEN TRUE
              WHEN COALESCE(POSITION(' carry_in ' IN s."_hidden"), 0) > 0
              THEN FALSE
              WHEN j1."_read" = 'whole'
              THEN FALSE
            END
            AND (
              NOT (
                (
                  NOT (
                    s."is_emergency" IS NULL
                  )
                ) AND s."is_emergency"
              )
            )
          )
          AND CASE
            WHEN a3."c11" > 0
            THEN FALSE
            WHEN (
              s."approval__state" = 'complete'
            ) AND (
              COALESCE(a3."c12", 0) = 0
            )
            THEN TRUE
          END
        )
        AND (
          s."actual" > (
            (
              CASE
                WHEN NOT (
                  s."initial_budget" IS NULL
                )
                THEN s."initial_budget"
                ELSE CASE
                  WHEN NOT (
                    s."adjusted_budget" IS NULL
                  )
                  THEN s."adjusted_budget"
                  ELSE CASE
                    WHEN (
                      NOT (
                        CASE
                          WHEN (
                            NOT (
                              s."initial_budget" IS NULL
                            )
                          )
                          AND (
                            NOT (
                              COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                            )
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                          THEN FALSE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                          THEN CAST(NULL AS BOOLEAN)
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE
                      WHEN a2."c1" > 0
                      THEN TRUE
                      WHEN (
                        j1."budget_line__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c2", 0) = 0
                      )
                      THEN FALSE
                    END
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      (
                        NOT (
                          CASE
                            WHEN (
                              NOT (
                                s."initial_budget" IS NULL
                              )
                            )
                            AND (
                              NOT (
                                COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                              )
                            )
                            THEN TRUE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                            THEN CAST(NULL AS BOOLEAN)
                            WHEN j1."_read" = 'whole'
                            THEN FALSE
                          END
                        )
                      )
                      AND CASE
                        WHEN a2."c1" > 0
                        THEN TRUE
                        WHEN (
                          j1."budget_line__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c2", 0) = 0
                        )
                        THEN FALSE
                      END
                    )
                    THEN s."initial_budget"
                  END
                END
              END + CASE
                WHEN NOT (
                  s."carry_in" IS NULL
                )
                THEN s."carry_in"
                ELSE CAST(0 AS BIGINT)
              END
            ) + CASE WHEN TRUE THEN COALESCE(a3."c13", 0) END
          )
        )
        THEN 'breach'
        WHEN NOT (
          (
            (
              CASE
                WHEN (
                  NOT (
                    s."carry_in" IS NULL
                  )
                )
                AND (
                  NOT (
                    COALESCE(POSITION(' carry_in ' IN s."_derived"), 0) > 0
                  )
                )
                THEN TRUE
                WHEN COALESCE(POSITION(' carry_in ' IN s."_none"), 0) > 0
                THEN TRUE
                WHEN COALESCE(POSITION(' carry_in ' IN s."_hidden"), 0) > 0
                THEN FALSE
                WHEN j1."_read" = 'whole'
                THEN FALSE
              END
              AND (
                NOT (
                  (
                    NOT (
                      s."is_emergency" IS NULL
                    )
                  ) AND s."is_emergency"
                )
              )
            )
            AND CASE
              WHEN a3."c11" > 0
              THEN FALSE
              WHEN (
                s."approval__state" = 'complete'
              ) AND (
                COALESCE(a3."c12", 0) = 0
              )
              THEN TRUE
            END
          )
          AND (
            s."actual" > (
              (
                CASE
                  WHEN NOT (
                    s."initial_budget" IS NULL
                  )
                  THEN s."initial_budget"
                  ELSE CASE
                    WHEN NOT (
                      s."adjusted_budget" IS NULL
                    )
                    THEN s."adjusted_budget"
                    ELSE CASE
                      WHEN (
                        NOT (
                          CASE
                            WHEN (
                              NOT (
                                s."initial_budget" IS NULL
                              )
                            )
                            AND (
                              NOT (
                                COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                              )
                            )
                            THEN TRUE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                            THEN CAST(NULL AS BOOLEAN)
                            WHEN j1."_read" = 'whole'
                            THEN FALSE
                          END
                        )
                      )
                      AND CASE
                        WHEN a2."c1" > 0
                        THEN TRUE
                        WHEN (
                          j1."budget_line__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c2", 0) = 0
                        )
                        THEN FALSE
                      END
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        (
                          NOT (
                            CASE
                              WHEN (
                                NOT (
                                  s."initial_budget" IS NULL
                                )
                              )
                              AND (
                                NOT (
                                  COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                                )
                              )
                              THEN TRUE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                              THEN FALSE
                              WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                              THEN CAST(NULL AS BOOLEAN)
                              WHEN j1."_read" = 'whole'
                              THEN FALSE
                            END
                          )
                        )
                        AND CASE
                          WHEN a2."c1" > 0
                          THEN TRUE
                          WHEN (
                            j1."budget_line__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c2", 0) = 0
                          )
                          THEN FALSE
                        END
                      )
                      THEN s."initial_budget"
                    END
                  END
                END + CASE
                  WHEN NOT (
                    s."carry_in" IS NULL
                  )
                  THEN s."carry_in"
                  ELSE CAST(0 AS BIGINT)
                END
              ) + CASE WHEN TRUE THEN COALESCE(a3."c13", 0) END
            )
          )
        )
        THEN 'query'
      END,
      'query'
    ) AS VARCHAR) AS "addition-approved nature",
    CAST(CASE
      WHEN NOT (
        (
          (
            s."kind" = 'item'
          )
          AND (
            (
              (
                CAST(s."actual" AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
              ) > (
                (
                  (
                    CASE
                      WHEN NOT (
                        s."adjusted_budget" IS NULL
                      )
                      THEN CAST(s."adjusted_budget" AS DECIMAL(38, 0))
                      ELSE CASE
                        WHEN NOT (
                          s."added_budget" IS NULL
                        )
                        THEN CAST(s."initial_budget" + s."added_budget" AS DECIMAL(38, 0))
                        ELSE CASE
                          WHEN (
                            CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END
                          ) > 0
                          THEN CAST(CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
                          WHEN NOT (
                            (
                              CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END
                            ) > 0
                          )
                          THEN s."initial_budget" + (
                            CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
                          )
                        END
                      END
                    END + CASE
                      WHEN NOT (
                        s."carry_in" IS NULL
                      )
                      THEN s."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END
                  ) + CASE
                    WHEN s."kind" <> 'item'
                    THEN CASE
                      WHEN NOT (
                        j5."kind" IS NULL
                      )
                      THEN CASE
                        WHEN (
                          (
                            CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                        ) >= 0
                        THEN (
                          CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            (
                              CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j5."carry_in" IS NULL
                                    )
                                    THEN j5."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      ELSE CAST(0 AS DECIMAL(38, 0))
                    END
                    WHEN NOT (
                      s."kind" <> 'item'
                    )
                    THEN CASE
                      WHEN (
                        NOT (
                          j5."kind" IS NULL
                        )
                      ) AND (
                        j5."kind" = 'item'
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END + CASE
                        WHEN (
                          (
                            CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                        ) >= 0
                        THEN (
                          CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                        ) + CASE
                          WHEN (
                            CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          ) >= 0
                          THEN CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          WHEN NOT (
                            (
                              CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            (
                              CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j5."carry_in" IS NULL
                                    )
                                    THEN j5."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        (
                          NOT (
                            j5."kind" IS NULL
                          )
                        ) AND (
                          j5."kind" = 'item'
                        )
                      )
                      THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END
                    END
                  END
                ) * CAST(105 AS BIGINT)
              )
            )
            OR (
              (
                s."actual" * CAST(10 AS BIGINT)
              ) < (
                CASE
                  WHEN NOT (
                    s."adjusted_budget" IS NULL
                  )
                  THEN CAST(s."adjusted_budget" AS DECIMAL(38, 0))
                  ELSE CASE
                    WHEN NOT (
                      s."added_budget" IS NULL
                    )
                    THEN CAST(s."initial_budget" + s."added_budget" AS DECIMAL(38, 0))
                    ELSE CASE
                      WHEN (
                        CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END
                      ) > 0
                      THEN CAST(CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
                      WHEN NOT (
                        (
                          CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END
                        ) > 0
                      )
                      THEN s."initial_budget" + (
                        CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
                      )
                    END
                  END
                END * CAST(9 AS BIGINT)
              )
            )
          )
        )
        AND (
          (
            (
              NOT (
                s."adjusted_budget" IS NULL
              )
            )
            OR (
              NOT (
                s."added_budget" IS NULL
              )
            )
          )
          OR (
            NOT (
              CASE
                WHEN (
                  NOT (
                    s."adjusted_budget" IS NULL
                  )
                )
                AND (
                  NOT (
                    COALESCE(POSITION(' adjusted_budget ' IN s."_derived"), 0) > 0
                  )
                )
                THEN TRUE
                WHEN COALESCE(POSITION(' adjusted_budget ' IN s."_none"), 0) > 0
                THEN FALSE
                WHEN COALESCE(POSITION(' adjusted_budget ' IN s."_hidden"), 0) > 0
                THEN FALSE
                WHEN j1."_read" = 'whole'
                THEN FALSE
              END
            )
          )
        )
      )
      THEN 'not_applicable'
      WHEN (
        (
          NOT (
            s."is_emergency" IS NULL
          )
        ) AND s."is_emergency"
      )
      OR (
        CASE
          WHEN NOT (
            s."deviation_reason" IS NULL
          )
          THEN TRUE
          WHEN COALESCE(POSITION(' deviation_reason ' IN s."_none"), 0) > 0
          THEN FALSE
          WHEN COALESCE(POSITION(' deviation_reason ' IN s."_hidden"), 0) > 0
          THEN FALSE
          WHEN j1."_read" = 'whole'
          THEN FALSE
        END
        AND (
          CAST(LENGTH(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                s."deviation_reason",
                '万元|亿元| |\!|\%|\''|\(|\)|\,|\-|\.|\/|0|1|2|3|4|5|6|7|8|9|\:|\;|\?|\[|\]|\~|·|–|—|‘|’|“|”|…|　|、|。|《|》|【|】|〔|〕|元|！|％|（|）|，|－|．|／|０|１|２|３|４|５|６|７|８|９|：|；|？|～',
                '',
                'g'
              ),
              '业务发展需要|业务开展需要|工作实际需要|工作开展需要|专款专用|业务需要|其他原因|其它原因|各种原因|增加支出|增加费用|多种原因|实报实销|实际发生|实际情况|实际需要|客观原因|工作需要|据实列支|据实发放|据实开支|据实报销|据实支付|据实结算|支出减少|支出增加|支出较大|有关规定|正常开支|正常支出|特殊原因|相关规定|详见报告|详见正文|详见说明|详见附件|详见附表|费用增加|本年度|超预算|专项|予以|产生|使用|依据|做到|全部|列支|原因|合理|同上|导致|属于|年度|开支|当年|必要|所致|报告|按照|据实|支付|支出|暂无|有关|本年|根据|正常|正文|没有|由于|相关|经费|结算|要求|规定|详见|说明|费用|资金|超支|进行|造成|附件|附表|项目|与|且|为|以|及|和|因|均|属|已|并|按|故|数|无|是|本|由|略|的|等|系|而|见|该',
              '',
              'g'
            )
          ) AS BIGINT) >= 2
        )
      )
      THEN 'pass'
      WHEN (
        (
          (
            (
              s."kind" = 'item'
            )
            AND (
              (
                (
                  CAST(s."actual" AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
                ) > (
                  (
                    (
                      CASE
                        WHEN NOT (
                          s."adjusted_budget" IS NULL
                        )
                        THEN CAST(s."adjusted_budget" AS DECIMAL(38, 0))
                        ELSE CASE
                          WHEN NOT (
                            s."added_budget" IS NULL
                          )
                          THEN CAST(s."initial_budget" + s."added_budget" AS DECIMAL(38, 0))
                          ELSE CASE
                            WHEN (
                              CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END
                            ) > 0
                            THEN CAST(CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
                            WHEN NOT (
                              (
                                CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END
                              ) > 0
                            )
                            THEN s."initial_budget" + (
                              CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
                            )
                          END
                        END
                      END + CASE
                        WHEN NOT (
                          s."carry_in" IS NULL
                        )
                        THEN s."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END
                    ) + CASE
                      WHEN s."kind" <> 'item'
                      THEN CASE
                        WHEN NOT (
                          j5."kind" IS NULL
                        )
                        THEN CASE
                          WHEN (
                            (
                              CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j5."carry_in" IS NULL
                                    )
                                    THEN j5."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                          THEN (
                            CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            (
                              (
                                CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j5."carry_in" IS NULL
                                    )
                                    THEN j5."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j5."carry_in" IS NULL
                                      )
                                      THEN j5."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        ELSE CAST(0 AS DECIMAL(38, 0))
                      END
                      WHEN NOT (
                        s."kind" <> 'item'
                      )
                      THEN CASE
                        WHEN (
                          NOT (
                            j5."kind" IS NULL
                          )
                        ) AND (
                          j5."kind" = 'item'
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END + CASE
                          WHEN (
                            (
                              CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                            ) + CASE
                              WHEN (
                                CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              ) >= 0
                              THEN CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              WHEN NOT (
                                (
                                  CASE
                                    WHEN NOT (
                                      j5."carry_in" IS NULL
                                    )
                                    THEN j5."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                                ) >= 0
                              )
                              THEN CAST(0 AS DECIMAL(38, 0))
                            END
                          ) >= 0
                          THEN (
                            CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                          ) + CASE
                            WHEN (
                              CASE
                                WHEN NOT (
                                  j5."carry_in" IS NULL
                                )
                                THEN j5."carry_in"
                                ELSE CAST(0 AS BIGINT)
                              END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            ) >= 0
                            THEN CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                            WHEN NOT (
                              (
                                CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                              ) >= 0
                            )
                            THEN CAST(0 AS DECIMAL(38, 0))
                          END
                          WHEN NOT (
                            (
                              (
                                CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                              ) + CASE
                                WHEN (
                                  CASE
                                    WHEN NOT (
                                      j5."carry_in" IS NULL
                                    )
                                    THEN j5."carry_in"
                                    ELSE CAST(0 AS BIGINT)
                                  END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                                ) >= 0
                                THEN CASE
                                  WHEN NOT (
                                    j5."carry_in" IS NULL
                                  )
                                  THEN j5."carry_in"
                                  ELSE CAST(0 AS BIGINT)
                                END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                                WHEN NOT (
                                  (
                                    CASE
                                      WHEN NOT (
                                        j5."carry_in" IS NULL
                                      )
                                      THEN j5."carry_in"
                                      ELSE CAST(0 AS BIGINT)
                                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                                  ) >= 0
                                )
                                THEN CAST(0 AS DECIMAL(38, 0))
                              END
                            ) >= 0
                          )
                          THEN CAST(0 AS DECIMAL(38, 0))
                        END
                        WHEN NOT (
                          (
                            NOT (
                              j5."kind" IS NULL
                            )
                          ) AND (
                            j5."kind" = 'item'
                          )
                        )
                        THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END
                      END
                    END
                  ) * CAST(105 AS BIGINT)
                )
              )
              OR (
                (
                  s."actual" * CAST(10 AS BIGINT)
                ) < (
                  CASE
                    WHEN NOT (
                      s."adjusted_budget" IS NULL
                    )
                    THEN CAST(s."adjusted_budget" AS DECIMAL(38, 0))
                    ELSE CASE
                      WHEN NOT (
                        s."added_budget" IS NULL
                      )
                      THEN CAST(s."initial_budget" + s."added_budget" AS DECIMAL(38, 0))
                      ELSE CASE
                        WHEN (
                          CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END
                        ) > 0
                        THEN CAST(CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
                        WHEN NOT (
                          (
                            CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c7", 0) END
                          ) > 0
                        )
                        THEN s."initial_budget" + (
                          CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
                        )
                      END
                    END
                  END * CAST(9 AS BIGINT)
                )
              )
            )
          )
          AND (
            (
              (
                NOT (
                  s."adjusted_budget" IS NULL
                )
              )
              OR (
                NOT (
                  s."added_budget" IS NULL
                )
              )
            )
            OR (
              NOT (
                CASE
                  WHEN (
                    NOT (
                      s."adjusted_budget" IS NULL
                    )
                  )
                  AND (
                    NOT (
                      COALESCE(POSITION(' adjusted_budget ' IN s."_derived"), 0) > 0
                    )
                  )
                  THEN TRUE
                  WHEN COALESCE(POSITION(' adjusted_budget ' IN s."_none"), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(POSITION(' adjusted_budget ' IN s."_hidden"), 0) > 0
                  THEN FALSE
                  WHEN j1."_read" = 'whole'
                  THEN FALSE
                END
              )
            )
          )
        ) IS NULL
      )
      OR (
        (
          (
            (
              NOT (
                s."is_emergency" IS NULL
              )
            ) AND s."is_emergency"
          )
          OR (
            CASE
              WHEN NOT (
                s."deviation_reason" IS NULL
              )
              THEN TRUE
              WHEN COALESCE(POSITION(' deviation_reason ' IN s."_none"), 0) > 0
              THEN FALSE
              WHEN COALESCE(POSITION(' deviation_reason ' IN s."_hidden"), 0) > 0
              THEN FALSE
              WHEN j1."_read" = 'whole'
              THEN FALSE
            END
            AND (
              CAST(LENGTH(
                REGEXP_REPLACE(
                  REGEXP_REPLACE(
                    s."deviation_reason",
                    '万元|亿元| |\!|\%|\''|\(|\)|\,|\-|\.|\/|0|1|2|3|4|5|6|7|8|9|\:|\;|\?|\[|\]|\~|·|–|—|‘|’|“|”|…|　|、|。|《|》|【|】|〔|〕|元|！|％|（|）|，|－|．|／|０|１|２|３|４|５|６|７|８|９|：|；|？|～',
                    '',
                    'g'
                  ),
                  '业务发展需要|业务开展需要|工作实际需要|工作开展需要|专款专用|业务需要|其他原因|其它原因|各种原因|增加支出|增加费用|多种原因|实报实销|实际发生|实际情况|实际需要|客观原因|工作需要|据实列支|据实发放|据实开支|据实报销|据实支付|据实结算|支出减少|支出增加|支出较大|有关规定|正常开支|正常支出|特殊原因|相关规定|详见报告|详见正文|详见说明|详见附件|详见附表|费用增加|本年度|超预算|专项|予以|产生|使用|依据|做到|全部|列支|原因|合理|同上|导致|属于|年度|开支|当年|必要|所致|报告|按照|据实|支付|支出|暂无|有关|本年|根据|正常|正文|没有|由于|相关|经费|结算|要求|规定|详见|说明|费用|资金|超支|进行|造成|附件|附表|项目|与|且|为|以|及|和|因|均|属|已|并|按|故|数|无|是|本|由|略|的|等|系|而|见|该',
                  '',
                  'g'
                )
              ) AS BIGINT) >= 2
            )
          )
        ) IS NULL
      )
      THEN 'undetermined'
      WHEN (
        NOT (
          (
            (
              NOT (
                s."is_emergency" IS NULL
              )
            ) AND s."is_emergency"
          )
          OR (
            CASE
              WHEN NOT (
                s."deviation_reason" IS NULL
              )
              THEN TRUE
              WHEN COALESCE(POSITION(' deviation_reason ' IN s."_none"), 0) > 0
              THEN FALSE
              WHEN COALESCE(POSITION(' deviation_reason ' IN s."_hidden"), 0) > 0
              THEN FALSE
              WHEN j1."_read" = 'whole'
              THEN FALSE
            END
            AND (
              CAST(LENGTH(
                REGEXP_REPLACE(
                  REGEXP_REPLACE(
                    s."deviation_reason",
                    '万元|亿元| |\!|\%|\''|\(|\)|\,|\-|\.|\/|0|1|2|3|4|5|6|7|8|9|\:|\;|\?|\[|\]|\~|·|–|—|‘|’|“|”|…|　|、|。|《|》|【|】|〔|〕|元|！|％|（|）|，|－|．|／|０|１|２|３|４|５|６|７|８|９|：|；|？|～',
                    '',
                    'g'
                  ),
                  '业务发展需要|业务开展需要|工作实际需要|工作开展需要|专款专用|业务需要|其他原因|其它原因|各种原因|增加支出|增加费用|多种原因|实报实销|实际发生|实际情况|实际需要|客观原因|工作需要|据实列支|据实发放|据实开支|据实报销|据实支付|据实结算|支出减少|支出增加|支出较大|有关规定|正常开支|正常支出|特殊原因|相关规定|详见报告|详见正文|详见说明|详见附件|详见附表|费用增加|本年度|超预算|专项|予以|产生|使用|依据|做到|全部|列支|原因|合理|同上|导致|属于|年度|开支|当年|必要|所致|报告|按照|据实|支付|支出|暂无|有关|本年|根据|正常|正文|没有|由于|相关|经费|结算|要求|规定|详见|说明|费用|资金|超支|进行|造成|附件|附表|项目|与|且|为|以|及|和|因|均|属|已|并|按|故|数|无|是|本|由|略|的|等|系|而|见|该',
                  '',
                  'g'
                )
              ) AS BIGINT) >= 2
            )
          )
        )
      )
      AND (
        (
          (
            s."kind" = 'item'
          )
          AND (
            CASE
              WHEN CASE
                WHEN (
                  CAST(105 AS BIGINT) * v14."v"
                ) >= (
                  CAST(105 AS BIGINT) * v15."v"
                )
                THEN CAST(105 AS BIGINT) * v14."v"
                WHEN NOT (
                  (
                    CAST(105 AS BIGINT) * v14."v"
                  ) >= (
                    CAST(105 AS BIGINT) * v15."v"
                  )
                )
                THEN CAST(105 AS BIGINT) * v15."v"
              END < (
                CAST((
                  CAST(2 AS BIGINT) * s."actual"
                ) - CASE
                  WHEN s."actual" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."actual" = 0
                  )
                  THEN s."actual__step"
                END AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
              )
              THEN TRUE
              WHEN CASE
                WHEN (
                  CAST(105 AS BIGINT) * v14."v"
                ) <= (
                  CAST(105 AS BIGINT) * v15."v"
                )
                THEN CAST(105 AS BIGINT) * v14."v"
                WHEN NOT (
                  (
                    CAST(105 AS BIGINT) * v14."v"
                  ) <= (
                    CAST(105 AS BIGINT) * v15."v"
                  )
                )
                THEN CAST(105 AS BIGINT) * v15."v"
              END >= (
                CAST((
                  CAST(2 AS BIGINT) * s."actual"
                ) + CASE
                  WHEN s."actual" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."actual" = 0
                  )
                  THEN s."actual__step"
                END AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
              )
              THEN FALSE
            END
            OR CASE
              WHEN (
                (
                  (
                    CAST(2 AS BIGINT) * s."actual"
                  ) + CASE
                    WHEN s."actual" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."actual" = 0
                    )
                    THEN s."actual__step"
                  END
                ) * CAST(10 AS BIGINT)
              ) < v16."v"
              THEN TRUE
              WHEN (
                (
                  (
                    CAST(2 AS BIGINT) * s."actual"
                  ) - CASE
                    WHEN s."actual" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."actual" = 0
                    )
                    THEN s."actual__step"
                  END
                ) * CAST(10 AS BIGINT)
              ) >= v17."v"
              THEN FALSE
            END
          )
        )
        AND (
          (
            (
              NOT (
                s."adjusted_budget" IS NULL
              )
            )
            OR (
              NOT (
                s."added_budget" IS NULL
              )
            )
          )
          OR (
            NOT (
              CASE
                WHEN (
                  NOT (
                    s."adjusted_budget" IS NULL
                  )
                )
                AND (
                  NOT (
                    COALESCE(POSITION(' adjusted_budget ' IN s."_derived"), 0) > 0
                  )
                )
                THEN TRUE
                WHEN COALESCE(POSITION(' adjusted_budget ' IN s."_none"), 0) > 0
                THEN FALSE
                WHEN COALESCE(POSITION(' adjusted_budget ' IN s."_hidden"), 0) > 0
                THEN FALSE
                WHEN j1."_read" = 'whole'
                THEN FALSE
              END
            )
          )
        )
      )
      THEN 'fail'
      ELSE 'undetermined'
    END AS VARCHAR) AS "deviation-explained",
    CAST(NULL AS DECIMAL(38, 0)) AS "deviation-explained amount",
    CAST('low' AS VARCHAR) AS "deviation-explained severity",
    CAST(CASE
      WHEN NOT (
        (
          (
            s."kind" = 'item'
          ) AND s."is_it"
        ) AND (
          s."cost" > 200000000
        )
      )
      THEN 'not_applicable'
      WHEN CASE
        WHEN a18."c1" > 0
        THEN TRUE
        WHEN (
          s."review__state" = 'complete'
        ) AND (
          COALESCE(a18."c2", 0) = 0
        )
        THEN FALSE
      END
      THEN 'pass'
      WHEN (
        (
          (
            (
              s."kind" = 'item'
            ) AND s."is_it"
          ) AND (
            s."cost" > 200000000
          )
        ) IS NULL
      )
      OR (
        CASE
          WHEN a18."c1" > 0
          THEN TRUE
          WHEN (
            s."review__state" = 'complete'
          ) AND (
            COALESCE(a18."c2", 0) = 0
          )
          THEN FALSE
        END IS NULL
      )
      THEN 'undetermined'
      WHEN (
        NOT (
          CASE
            WHEN a18."c1" > 0
            THEN TRUE
            WHEN (
              s."review__state" = 'complete'
            ) AND (
              COALESCE(a18."c2", 0) = 0
            )
            THEN FALSE
          END
        )
      )
      AND (
        (
          (
            s."kind" = 'item'
          ) AND s."is_it"
        )
        AND CASE
          WHEN 400000000 < (
            (
              CAST(2 AS BIGINT) * s."cost"
            ) - CASE
              WHEN s."cost" = 0
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                s."cost" = 0
              )
              THEN s."cost__step"
            END
          )
          THEN TRUE
          WHEN 400000000 >= (
            (
              CAST(2 AS BIGINT) * s."cost"
            ) + CASE
              WHEN s."cost" = 0
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                s."cost" = 0
              )
              THEN s."cost__step"
            END
          )
          THEN FALSE
        END
      )
      THEN 'fail'
      ELSE 'undetermined'
    END AS VARCHAR) AS "it-project-second-review",
    CAST(s."cost" AS DECIMAL(38, 0)) AS "it-project-second-review amount",
    CAST('medium' AS VARCHAR) AS "it-project-second-review severity",
    CAST(CASE
      WHEN NOT (
        (
          (
            (
              s."kind" = 'total'
            ) OR (
              s."kind" = 'project'
            )
          )
          AND (
            CASE WHEN s."sub_line__state" = 'complete' THEN COALESCE(a19."c4", 0) END > 0
          )
        )
        AND (
          s."actual" <= s."initial_budget"
        )
      )
      THEN 'not_applicable'
      WHEN CASE
        WHEN a4."c10" > 0
        THEN FALSE
        WHEN (
          s."sub_line__state" = 'complete'
        ) AND (
          COALESCE(a4."c11", 0) = 0
        )
        THEN TRUE
      END
      THEN 'pass'
      WHEN (
        (
          (
            (
              (
                s."kind" = 'total'
              ) OR (
                s."kind" = 'project'
              )
            )
            AND (
              CASE WHEN s."sub_line__state" = 'complete' THEN COALESCE(a19."c4", 0) END > 0
            )
          )
          AND (
            s."actual" <= s."initial_budget"
          )
        ) IS NULL
      )
      OR (
        CASE
          WHEN a4."c10" > 0
          THEN FALSE
          WHEN (
            s."sub_line__state" = 'complete'
          ) AND (
            COALESCE(a4."c11", 0) = 0
          )
          THEN TRUE
        END IS NULL
      )
      THEN 'undetermined'
      WHEN (
        NOT (
          CASE
            WHEN a4."c12" > 0
            THEN FALSE
            WHEN (
              s."sub_line__state" = 'complete'
            ) AND (
              COALESCE(a4."c13", 0) = 0
            )
            THEN TRUE
          END
        )
      )
      AND (
        (
          (
            (
              s."kind" = 'total'
            ) OR (
              s."kind" = 'project'
            )
          )
          AND (
            CASE WHEN s."sub_line__state" = 'complete' THEN COALESCE(a19."c4", 0) END > 0
          )
        )
        AND CASE
          WHEN (
            CAST(2 AS BIGINT) * s."actual"
          ) <= (
            CAST(2 AS BIGINT) * s."initial_budget"
          )
          THEN TRUE
          WHEN (
            CAST(2 AS BIGINT) * s."actual"
          ) > (
            CAST(2 AS BIGINT) * s."initial_budget"
          )
          THEN FALSE
        END
      )
      THEN 'fail'
      ELSE 'undetermined'
    END AS VARCHAR) AS "overrun-hidden-in-total",
    CASE
      WHEN (
        s."sub_line__state" = 'complete'
      ) AND (
        COALESCE(a4."c14", 0) = 0
      )
      THEN COALESCE(a4."c15", 0)
    END AS "overrun-hidden-in-total amount",
    CAST('medium' AS VARCHAR) AS "overrun-hidden-in-total severity",
    s."parent" AS "_up",
    s."sub_line__state" AS "_parts"
  FROM "budget_line" AS s
  LEFT JOIN "unit" AS j1
    ON j1."_case" = s."_case"
  LEFT JOIN "budget_line_1" AS a2
    ON a2."k1" = j1."_case"
  LEFT JOIN "approval_2" AS a3
    ON a3."k1" = s."_fact"
  LEFT JOIN "budget_line_3" AS a4
    ON a4."k1" = s."_fact"
  LEFT JOIN "budget_line" AS j5
    ON j5."_fact" = s."parent"
  LEFT JOIN "approval_2" AS a6
    ON a6."k1" = j5."_fact"
  LEFT JOIN "budget_line_6" AS a7
    ON a7."k1" = j5."_fact"
  LEFT JOIN "budget_line_7" AS a8
    ON a8."k1" = j1."_case"
  CROSS JOIN LATERAL (
    SELECT
      (
        CASE
          WHEN s."kind" <> 'item'
          THEN CASE
            WHEN NOT (
              j5."kind" IS NULL
            )
            THEN CASE
              WHEN (
                (
                  CASE WHEN TRUE THEN COALESCE(a6."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c9", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) - CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) - CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j5."carry_in"
                        ) - CASE
                          WHEN j5."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j5."carry_in" = 0
                          )
                          THEN j5."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              ) >= 0
              THEN (
                CASE WHEN TRUE THEN COALESCE(a6."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c9", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) - CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    j5."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j5."carry_in"
                  ) - CASE
                    WHEN j5."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j5."carry_in" = 0
                    )
                    THEN j5."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) - CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                (
                  (
                    CASE WHEN TRUE THEN COALESCE(a6."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c9", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j5."carry_in"
                        ) - CASE
                          WHEN j5."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j5."carry_in" = 0
                          )
                          THEN j5."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) - CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j5."carry_in"
                          ) - CASE
                            WHEN j5."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j5."carry_in" = 0
                            )
                            THEN j5."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
            ELSE CAST(0 AS DECIMAL(38, 0))
          END
          WHEN NOT (
            s."kind" <> 'item'
          )
          THEN CASE
            WHEN (
              NOT (
                j5."kind" IS NULL
              )
            ) AND (
              j5."kind" = 'item'
            )
            THEN CASE WHEN TRUE THEN COALESCE(a8."c2", 0) END + CASE
              WHEN (
                (
                  CASE WHEN TRUE THEN COALESCE(a6."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c9", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) - CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) - CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j5."carry_in"
                        ) - CASE
                          WHEN j5."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j5."carry_in" = 0
                          )
                          THEN j5."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              ) >= 0
              THEN (
                CASE WHEN TRUE THEN COALESCE(a6."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c9", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) - CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    j5."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j5."carry_in"
                  ) - CASE
                    WHEN j5."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j5."carry_in" = 0
                    )
                    THEN j5."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) - CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                (
                  (
                    CASE WHEN TRUE THEN COALESCE(a6."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c9", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j5."carry_in"
                        ) - CASE
                          WHEN j5."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j5."carry_in" = 0
                          )
                          THEN j5."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) - CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j5."carry_in"
                          ) - CASE
                            WHEN j5."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j5."carry_in" = 0
                            )
                            THEN j5."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
            WHEN NOT (
              (
                NOT (
                  j5."kind" IS NULL
                )
              ) AND (
                j5."kind" = 'item'
              )
            )
            THEN CASE WHEN TRUE THEN COALESCE(a8."c2", 0) END
          END
        END + CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END
      ) + CASE WHEN TRUE THEN COALESCE(a4."c5", 0) END AS v
  ) AS v9
  CROSS JOIN LATERAL (
    SELECT
      (
        CASE
          WHEN s."kind" <> 'item'
          THEN CASE
            WHEN NOT (
              j5."kind" IS NULL
            )
            THEN CASE
              WHEN (
                (
                  CASE WHEN TRUE THEN COALESCE(a6."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c10", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) + CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) + CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j5."carry_in"
                        ) + CASE
                          WHEN j5."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j5."carry_in" = 0
                          )
                          THEN j5."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              ) >= 0
              THEN (
                CASE WHEN TRUE THEN COALESCE(a6."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c10", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) + CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    j5."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j5."carry_in"
                  ) + CASE
                    WHEN j5."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j5."carry_in" = 0
                    )
                    THEN j5."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) + CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                (
                  (
                    CASE WHEN TRUE THEN COALESCE(a6."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c10", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j5."carry_in"
                        ) + CASE
                          WHEN j5."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j5."carry_in" = 0
                          )
                          THEN j5."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) + CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j5."carry_in"
                          ) + CASE
                            WHEN j5."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j5."carry_in" = 0
                            )
                            THEN j5."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
            ELSE CAST(0 AS DECIMAL(38, 0))
          END
          WHEN NOT (
            s."kind" <> 'item'
          )
          THEN CASE
            WHEN (
              NOT (
                j5."kind" IS NULL
              )
            ) AND (
              j5."kind" = 'item'
            )
            THEN CASE WHEN TRUE THEN COALESCE(a8."c3", 0) END + CASE
              WHEN (
                (
                  CASE WHEN TRUE THEN COALESCE(a6."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c10", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) + CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) + CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j5."carry_in"
                        ) + CASE
                          WHEN j5."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j5."carry_in" = 0
                          )
                          THEN j5."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              ) >= 0
              THEN (
                CASE WHEN TRUE THEN COALESCE(a6."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c10", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) + CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    j5."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j5."carry_in"
                  ) + CASE
                    WHEN j5."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j5."carry_in" = 0
                    )
                    THEN j5."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) + CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                (
                  (
                    CASE WHEN TRUE THEN COALESCE(a6."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c10", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j5."carry_in"
                        ) + CASE
                          WHEN j5."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j5."carry_in" = 0
                          )
                          THEN j5."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) + CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN (
                            CAST(2 AS BIGINT) * j5."carry_in"
                          ) + CASE
                            WHEN j5."carry_in" = 0
                            THEN CAST(0 AS BIGINT)
                            WHEN NOT (
                              j5."carry_in" = 0
                            )
                            THEN j5."carry_in__step"
                          END
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
            WHEN NOT (
              (
                NOT (
                  j5."kind" IS NULL
                )
              ) AND (
                j5."kind" = 'item'
              )
            )
            THEN CASE WHEN TRUE THEN COALESCE(a8."c3", 0) END
          END
        END + CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END
      ) + CASE WHEN TRUE THEN COALESCE(a4."c6", 0) END AS v
  ) AS v10
  CROSS JOIN LATERAL (
    SELECT
      (
        (
          (
            s."actual" - CASE
              WHEN NOT (
                s."initial_budget" IS NULL
              )
              THEN s."initial_budget"
              ELSE CASE
                WHEN NOT (
                  s."adjusted_budget" IS NULL
                )
                THEN s."adjusted_budget"
                ELSE CASE
                  WHEN (
                    NOT (
                      CASE
                        WHEN (
                          NOT (
                            s."initial_budget" IS NULL
                          )
                        )
                        AND (
                          NOT (
                            COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                          )
                        )
                        THEN TRUE
                        WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                        THEN FALSE
                        WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                        THEN CAST(NULL AS BOOLEAN)
                        WHEN j1."_read" = 'whole'
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE
                    WHEN a2."c1" > 0
                    THEN TRUE
                    WHEN (
                      j1."budget_line__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c2", 0) = 0
                    )
                    THEN FALSE
                  END
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    (
                      NOT (
                        CASE
                          WHEN (
                            NOT (
                              s."initial_budget" IS NULL
                            )
                          )
                          AND (
                            NOT (
                              COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                            )
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                          THEN FALSE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                          THEN CAST(NULL AS BOOLEAN)
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE
                      WHEN a2."c1" > 0
                      THEN TRUE
                      WHEN (
                        j1."budget_line__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c2", 0) = 0
                      )
                      THEN FALSE
                    END
                  )
                  THEN s."initial_budget"
                END
              END
            END
          ) - CASE
            WHEN NOT (
              s."carry_in" IS NULL
            )
            THEN s."carry_in"
            ELSE CAST(0 AS BIGINT)
          END
        ) - (
          CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
        )
      ) > (
        (
          CASE
            WHEN s."kind" <> 'item'
            THEN CASE
              WHEN NOT (
                j5."kind" IS NULL
              )
              THEN CASE
                WHEN (
                  (
                    CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN j5."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
                THEN (
                  CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN j5."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN j5."carry_in"
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    (
                      CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              ELSE CAST(0 AS DECIMAL(38, 0))
            END
            WHEN NOT (
              s."kind" <> 'item'
            )
            THEN CASE
              WHEN (
                NOT (
                  j5."kind" IS NULL
                )
              ) AND (
                j5."kind" = 'item'
              )
              THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END + CASE
                WHEN (
                  (
                    CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN j5."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                ) >= 0
                THEN (
                  CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN j5."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN j5."carry_in"
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    (
                      CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                (
                  NOT (
                    j5."kind" IS NULL
                  )
                ) AND (
                  j5."kind" = 'item'
                )
              )
              THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END
            END
          END + CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END
        ) + CASE WHEN TRUE THEN COALESCE(a4."c2", 0) END
      ) AS v
  ) AS v11
  CROSS JOIN LATERAL (
    SELECT
      CASE
        WHEN v11."v"
        THEN (
          (
            (
              s."actual" - CASE
                WHEN NOT (
                  s."initial_budget" IS NULL
                )
                THEN s."initial_budget"
                ELSE CASE
                  WHEN NOT (
                    s."adjusted_budget" IS NULL
                  )
                  THEN s."adjusted_budget"
                  ELSE CASE
                    WHEN (
                      NOT (
                        CASE
                          WHEN (
                            NOT (
                              s."initial_budget" IS NULL
                            )
                          )
                          AND (
                            NOT (
                              COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                            )
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                          THEN FALSE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                          THEN CAST(NULL AS BOOLEAN)
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE
                      WHEN a2."c1" > 0
                      THEN TRUE
                      WHEN (
                        j1."budget_line__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c2", 0) = 0
                      )
                      THEN FALSE
                    END
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      (
                        NOT (
                          CASE
                            WHEN (
                              NOT (
                                s."initial_budget" IS NULL
                              )
                            )
                            AND (
                              NOT (
                                COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                              )
                            )
                            THEN TRUE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                            THEN CAST(NULL AS BOOLEAN)
                            WHEN j1."_read" = 'whole'
                            THEN FALSE
                          END
                        )
                      )
                      AND CASE
                        WHEN a2."c1" > 0
                        THEN TRUE
                        WHEN (
                          j1."budget_line__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c2", 0) = 0
                        )
                        THEN FALSE
                      END
                    )
                    THEN s."initial_budget"
                  END
                END
              END
            ) - CASE
              WHEN NOT (
                s."carry_in" IS NULL
              )
              THEN s."carry_in"
              ELSE CAST(0 AS BIGINT)
            END
          ) - (
            CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
          )
        ) - (
          (
            CASE
              WHEN s."kind" <> 'item'
              THEN CASE
                WHEN NOT (
                  j5."kind" IS NULL
                )
                THEN CASE
                  WHEN (
                    (
                      CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                  THEN (
                    CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN j5."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    (
                      (
                        CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                ELSE CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                s."kind" <> 'item'
              )
              THEN CASE
                WHEN (
                  NOT (
                    j5."kind" IS NULL
                  )
                ) AND (
                  j5."kind" = 'item'
                )
                THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END + CASE
                  WHEN (
                    (
                      CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                  THEN (
                    CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN j5."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    (
                      (
                        CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    NOT (
                      j5."kind" IS NULL
                    )
                  ) AND (
                    j5."kind" = 'item'
                  )
                )
                THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END
              END
            END + CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END
          ) + CASE WHEN TRUE THEN COALESCE(a4."c2", 0) END
        )
        WHEN NOT (
          v11."v"
        )
        THEN (
          (
            s."actual" - CASE
              WHEN NOT (
                s."initial_budget" IS NULL
              )
              THEN s."initial_budget"
              ELSE CASE
                WHEN NOT (
                  s."adjusted_budget" IS NULL
                )
                THEN s."adjusted_budget"
                ELSE CASE
                  WHEN (
                    NOT (
                      CASE
                        WHEN (
                          NOT (
                            s."initial_budget" IS NULL
                          )
                        )
                        AND (
                          NOT (
                            COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                          )
                        )
                        THEN TRUE
                        WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                        THEN FALSE
                        WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                        THEN CAST(NULL AS BOOLEAN)
                        WHEN j1."_read" = 'whole'
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE
                    WHEN a2."c1" > 0
                    THEN TRUE
                    WHEN (
                      j1."budget_line__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c2", 0) = 0
                    )
                    THEN FALSE
                  END
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    (
                      NOT (
                        CASE
                          WHEN (
                            NOT (
                              s."initial_budget" IS NULL
                            )
                          )
                          AND (
                            NOT (
                              COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                            )
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                          THEN FALSE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                          THEN CAST(NULL AS BOOLEAN)
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE
                      WHEN a2."c1" > 0
                      THEN TRUE
                      WHEN (
                        j1."budget_line__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c2", 0) = 0
                      )
                      THEN FALSE
                    END
                  )
                  THEN s."initial_budget"
                END
              END
            END
          ) - CASE
            WHEN NOT (
              s."carry_in" IS NULL
            )
            THEN s."carry_in"
            ELSE CAST(0 AS BIGINT)
          END
        ) - (
          CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
        )
      END >= 100000000 AS v
  ) AS v12
  CROSS JOIN LATERAL (
    SELECT
      CASE
        WHEN v11."v"
        THEN (
          (
            (
              s."actual" - CASE
                WHEN NOT (
                  s."initial_budget" IS NULL
                )
                THEN s."initial_budget"
                ELSE CASE
                  WHEN NOT (
                    s."adjusted_budget" IS NULL
                  )
                  THEN s."adjusted_budget"
                  ELSE CASE
                    WHEN (
                      NOT (
                        CASE
                          WHEN (
                            NOT (
                              s."initial_budget" IS NULL
                            )
                          )
                          AND (
                            NOT (
                              COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                            )
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                          THEN FALSE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                          THEN CAST(NULL AS BOOLEAN)
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE
                      WHEN a2."c1" > 0
                      THEN TRUE
                      WHEN (
                        j1."budget_line__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c2", 0) = 0
                      )
                      THEN FALSE
                    END
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      (
                        NOT (
                          CASE
                            WHEN (
                              NOT (
                                s."initial_budget" IS NULL
                              )
                            )
                            AND (
                              NOT (
                                COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                              )
                            )
                            THEN TRUE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                            THEN FALSE
                            WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                            THEN CAST(NULL AS BOOLEAN)
                            WHEN j1."_read" = 'whole'
                            THEN FALSE
                          END
                        )
                      )
                      AND CASE
                        WHEN a2."c1" > 0
                        THEN TRUE
                        WHEN (
                          j1."budget_line__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c2", 0) = 0
                        )
                        THEN FALSE
                      END
                    )
                    THEN s."initial_budget"
                  END
                END
              END
            ) - CASE
              WHEN NOT (
                s."carry_in" IS NULL
              )
              THEN s."carry_in"
              ELSE CAST(0 AS BIGINT)
            END
          ) - (
            CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
          )
        ) - (
          (
            CASE
              WHEN s."kind" <> 'item'
              THEN CASE
                WHEN NOT (
                  j5."kind" IS NULL
                )
                THEN CASE
                  WHEN (
                    (
                      CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                  THEN (
                    CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN j5."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    (
                      (
                        CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                ELSE CAST(0 AS DECIMAL(38, 0))
              END
              WHEN NOT (
                s."kind" <> 'item'
              )
              THEN CASE
                WHEN (
                  NOT (
                    j5."kind" IS NULL
                  )
                ) AND (
                  j5."kind" = 'item'
                )
                THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END + CASE
                  WHEN (
                    (
                      CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                    ) + CASE
                      WHEN (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                      THEN CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      WHEN NOT (
                        (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                      )
                      THEN CAST(0 AS DECIMAL(38, 0))
                    END
                  ) >= 0
                  THEN (
                    CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                  ) + CASE
                    WHEN (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN j5."carry_in"
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    ) >= 0
                    THEN CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN j5."carry_in"
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                    WHEN NOT (
                      (
                        CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                      ) >= 0
                    )
                    THEN CAST(0 AS DECIMAL(38, 0))
                  END
                  WHEN NOT (
                    (
                      (
                        CASE WHEN TRUE THEN COALESCE(a6."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c5", 0) END
                      ) + CASE
                        WHEN (
                          CASE
                            WHEN NOT (
                              j5."carry_in" IS NULL
                            )
                            THEN j5."carry_in"
                            ELSE CAST(0 AS BIGINT)
                          END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        ) >= 0
                        THEN CASE
                          WHEN NOT (
                            j5."carry_in" IS NULL
                          )
                          THEN j5."carry_in"
                          ELSE CAST(0 AS BIGINT)
                        END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                        WHEN NOT (
                          (
                            CASE
                              WHEN NOT (
                                j5."carry_in" IS NULL
                              )
                              THEN j5."carry_in"
                              ELSE CAST(0 AS BIGINT)
                            END - CASE WHEN TRUE THEN COALESCE(a7."c1", 0) END
                          ) >= 0
                        )
                        THEN CAST(0 AS DECIMAL(38, 0))
                      END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
                WHEN NOT (
                  (
                    NOT (
                      j5."kind" IS NULL
                    )
                  ) AND (
                    j5."kind" = 'item'
                  )
                )
                THEN CASE WHEN TRUE THEN COALESCE(a8."c1", 0) END
              END
            END + CASE WHEN TRUE THEN COALESCE(a3."c5", 0) END
          ) + CASE WHEN TRUE THEN COALESCE(a4."c2", 0) END
        )
        WHEN NOT (
          v11."v"
        )
        THEN (
          (
            s."actual" - CASE
              WHEN NOT (
                s."initial_budget" IS NULL
              )
              THEN s."initial_budget"
              ELSE CASE
                WHEN NOT (
                  s."adjusted_budget" IS NULL
                )
                THEN s."adjusted_budget"
                ELSE CASE
                  WHEN (
                    NOT (
                      CASE
                        WHEN (
                          NOT (
                            s."initial_budget" IS NULL
                          )
                        )
                        AND (
                          NOT (
                            COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                          )
                        )
                        THEN TRUE
                        WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                        THEN FALSE
                        WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                        THEN CAST(NULL AS BOOLEAN)
                        WHEN j1."_read" = 'whole'
                        THEN FALSE
                      END
                    )
                  )
                  AND CASE
                    WHEN a2."c1" > 0
                    THEN TRUE
                    WHEN (
                      j1."budget_line__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c2", 0) = 0
                    )
                    THEN FALSE
                  END
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    (
                      NOT (
                        CASE
                          WHEN (
                            NOT (
                              s."initial_budget" IS NULL
                            )
                          )
                          AND (
                            NOT (
                              COALESCE(POSITION(' initial_budget ' IN s."_derived"), 0) > 0
                            )
                          )
                          THEN TRUE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_none"), 0) > 0
                          THEN FALSE
                          WHEN COALESCE(POSITION(' initial_budget ' IN s."_hidden"), 0) > 0
                          THEN CAST(NULL AS BOOLEAN)
                          WHEN j1."_read" = 'whole'
                          THEN FALSE
                        END
                      )
                    )
                    AND CASE
                      WHEN a2."c1" > 0
                      THEN TRUE
                      WHEN (
                        j1."budget_line__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c2", 0) = 0
                      )
                      THEN FALSE
                    END
                  )
                  THEN s."initial_budget"
                END
              END
            END
          ) - CASE
            WHEN NOT (
              s."carry_in" IS NULL
            )
            THEN s."carry_in"
            ELSE CAST(0 AS BIGINT)
          END
        ) - (
          CASE WHEN TRUE THEN COALESCE(a3."c1", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c1", 0) END
        )
      END >= 10000000 AS v
  ) AS v13
  CROSS JOIN LATERAL (
    SELECT
      (
        CASE
          WHEN NOT (
            s."adjusted_budget" IS NULL
          )
          THEN CAST((
            CAST(2 AS BIGINT) * s."adjusted_budget"
          ) - CASE
            WHEN s."adjusted_budget" = 0
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              s."adjusted_budget" = 0
            )
            THEN s."adjusted_budget__step"
          END AS DECIMAL(38, 0))
          ELSE CASE
            WHEN NOT (
              s."added_budget" IS NULL
            )
            THEN CAST((
              (
                CAST(2 AS BIGINT) * s."initial_budget"
              ) - CASE
                WHEN s."initial_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."initial_budget" = 0
                )
                THEN s."initial_budget__step"
              END
            ) + (
              (
                CAST(2 AS BIGINT) * s."added_budget"
              ) - CASE
                WHEN s."added_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."added_budget" = 0
                )
                THEN s."added_budget__step"
              END
            ) AS DECIMAL(38, 0))
            ELSE CASE
              WHEN CASE
                WHEN 0 < (
                  CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                )
                THEN TRUE
                WHEN 0 >= (
                  CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                )
                THEN FALSE
              END
              THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
              WHEN NOT (
                CASE
                  WHEN 0 < (
                    CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                  )
                  THEN TRUE
                  WHEN 0 >= (
                    CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  )
                  THEN FALSE
                END
              )
              THEN (
                (
                  CAST(2 AS BIGINT) * s."initial_budget"
                ) - CASE
                  WHEN s."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."initial_budget" = 0
                  )
                  THEN s."initial_budget__step"
                END
              ) + (
                CASE WHEN TRUE THEN COALESCE(a3."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c3", 0) END
              )
            END
          END
        END + CASE
          WHEN NOT (
            s."carry_in" IS NULL
          )
          THEN (
            CAST(2 AS BIGINT) * s."carry_in"
          ) - CASE
            WHEN s."carry_in" = 0
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              s."carry_in" = 0
            )
            THEN s."carry_in__step"
          END
          ELSE CAST(0 AS BIGINT)
        END
      ) + CASE
        WHEN s."kind" <> 'item'
        THEN CASE
          WHEN NOT (
            j5."kind" IS NULL
          )
          THEN CASE
            WHEN (
              (
                CASE WHEN TRUE THEN COALESCE(a6."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c9", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) - CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    j5."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j5."carry_in"
                  ) - CASE
                    WHEN j5."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j5."carry_in" = 0
                    )
                    THEN j5."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) - CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            ) >= 0
            THEN (
              CASE WHEN TRUE THEN COALESCE(a6."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c9", 0) END
            ) + CASE
              WHEN (
                CASE
                  WHEN NOT (
                    j5."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j5."carry_in"
                  ) - CASE
                    WHEN j5."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j5."carry_in" = 0
                    )
                    THEN j5."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
              ) >= 0
              THEN CASE
                WHEN NOT (
                  j5."carry_in" IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * j5."carry_in"
                ) - CASE
                  WHEN j5."carry_in" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    j5."carry_in" = 0
                  )
                  THEN j5."carry_in__step"
                END
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
              WHEN NOT (
                (
                  CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) - CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
            WHEN NOT (
              (
                (
                  CASE WHEN TRUE THEN COALESCE(a6."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c9", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) - CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) - CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j5."carry_in"
                        ) - CASE
                          WHEN j5."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j5."carry_in" = 0
                          )
                          THEN j5."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              ) >= 0
            )
            THEN CAST(0 AS DECIMAL(38, 0))
          END
          ELSE CAST(0 AS DECIMAL(38, 0))
        END
        WHEN NOT (
          s."kind" <> 'item'
        )
        THEN CASE
          WHEN (
            NOT (
              j5."kind" IS NULL
            )
          ) AND (
            j5."kind" = 'item'
          )
          THEN CASE WHEN TRUE THEN COALESCE(a8."c2", 0) END + CASE
            WHEN (
              (
                CASE WHEN TRUE THEN COALESCE(a6."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c9", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) - CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    j5."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j5."carry_in"
                  ) - CASE
                    WHEN j5."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j5."carry_in" = 0
                    )
                    THEN j5."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) - CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            ) >= 0
            THEN (
              CASE WHEN TRUE THEN COALESCE(a6."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c9", 0) END
            ) + CASE
              WHEN (
                CASE
                  WHEN NOT (
                    j5."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j5."carry_in"
                  ) - CASE
                    WHEN j5."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j5."carry_in" = 0
                    )
                    THEN j5."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
              ) >= 0
              THEN CASE
                WHEN NOT (
                  j5."carry_in" IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * j5."carry_in"
                ) - CASE
                  WHEN j5."carry_in" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    j5."carry_in" = 0
                  )
                  THEN j5."carry_in__step"
                END
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
              WHEN NOT (
                (
                  CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) - CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
            WHEN NOT (
              (
                (
                  CASE WHEN TRUE THEN COALESCE(a6."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c9", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) - CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) - CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j5."carry_in"
                        ) - CASE
                          WHEN j5."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j5."carry_in" = 0
                          )
                          THEN j5."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c3", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              ) >= 0
            )
            THEN CAST(0 AS DECIMAL(38, 0))
          END
          WHEN NOT (
            (
              NOT (
                j5."kind" IS NULL
              )
            ) AND (
              j5."kind" = 'item'
            )
          )
          THEN CASE WHEN TRUE THEN COALESCE(a8."c2", 0) END
        END
      END AS v
  ) AS v14
  CROSS JOIN LATERAL (
    SELECT
      (
        CASE
          WHEN NOT (
            s."adjusted_budget" IS NULL
          )
          THEN CAST((
            CAST(2 AS BIGINT) * s."adjusted_budget"
          ) + CASE
            WHEN s."adjusted_budget" = 0
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              s."adjusted_budget" = 0
            )
            THEN s."adjusted_budget__step"
          END AS DECIMAL(38, 0))
          ELSE CASE
            WHEN NOT (
              s."added_budget" IS NULL
            )
            THEN CAST((
              (
                CAST(2 AS BIGINT) * s."initial_budget"
              ) + CASE
                WHEN s."initial_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."initial_budget" = 0
                )
                THEN s."initial_budget__step"
              END
            ) + (
              (
                CAST(2 AS BIGINT) * s."added_budget"
              ) + CASE
                WHEN s."added_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."added_budget" = 0
                )
                THEN s."added_budget__step"
              END
            ) AS DECIMAL(38, 0))
            ELSE CASE
              WHEN CASE
                WHEN 0 < (
                  CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                )
                THEN TRUE
                WHEN 0 >= (
                  CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                )
                THEN FALSE
              END
              THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
              WHEN NOT (
                CASE
                  WHEN 0 < (
                    CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                  )
                  THEN TRUE
                  WHEN 0 >= (
                    CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  )
                  THEN FALSE
                END
              )
              THEN (
                (
                  CAST(2 AS BIGINT) * s."initial_budget"
                ) + CASE
                  WHEN s."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."initial_budget" = 0
                  )
                  THEN s."initial_budget__step"
                END
              ) + (
                CASE WHEN TRUE THEN COALESCE(a3."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c4", 0) END
              )
            END
          END
        END + CASE
          WHEN NOT (
            s."carry_in" IS NULL
          )
          THEN (
            CAST(2 AS BIGINT) * s."carry_in"
          ) + CASE
            WHEN s."carry_in" = 0
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              s."carry_in" = 0
            )
            THEN s."carry_in__step"
          END
          ELSE CAST(0 AS BIGINT)
        END
      ) + CASE
        WHEN s."kind" <> 'item'
        THEN CASE
          WHEN NOT (
            j5."kind" IS NULL
          )
          THEN CASE
            WHEN (
              (
                CASE WHEN TRUE THEN COALESCE(a6."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c10", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) + CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    j5."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j5."carry_in"
                  ) + CASE
                    WHEN j5."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j5."carry_in" = 0
                    )
                    THEN j5."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) + CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            ) >= 0
            THEN (
              CASE WHEN TRUE THEN COALESCE(a6."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c10", 0) END
            ) + CASE
              WHEN (
                CASE
                  WHEN NOT (
                    j5."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j5."carry_in"
                  ) + CASE
                    WHEN j5."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j5."carry_in" = 0
                    )
                    THEN j5."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
              ) >= 0
              THEN CASE
                WHEN NOT (
                  j5."carry_in" IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * j5."carry_in"
                ) + CASE
                  WHEN j5."carry_in" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    j5."carry_in" = 0
                  )
                  THEN j5."carry_in__step"
                END
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
              WHEN NOT (
                (
                  CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) + CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
            WHEN NOT (
              (
                (
                  CASE WHEN TRUE THEN COALESCE(a6."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c10", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) + CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) + CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j5."carry_in"
                        ) + CASE
                          WHEN j5."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j5."carry_in" = 0
                          )
                          THEN j5."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              ) >= 0
            )
            THEN CAST(0 AS DECIMAL(38, 0))
          END
          ELSE CAST(0 AS DECIMAL(38, 0))
        END
        WHEN NOT (
          s."kind" <> 'item'
        )
        THEN CASE
          WHEN (
            NOT (
              j5."kind" IS NULL
            )
          ) AND (
            j5."kind" = 'item'
          )
          THEN CASE WHEN TRUE THEN COALESCE(a8."c3", 0) END + CASE
            WHEN (
              (
                CASE WHEN TRUE THEN COALESCE(a6."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c10", 0) END
              ) + CASE
                WHEN (
                  CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) + CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                ) >= 0
                THEN CASE
                  WHEN NOT (
                    j5."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j5."carry_in"
                  ) + CASE
                    WHEN j5."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j5."carry_in" = 0
                    )
                    THEN j5."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                WHEN NOT (
                  (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) + CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                  ) >= 0
                )
                THEN CAST(0 AS DECIMAL(38, 0))
              END
            ) >= 0
            THEN (
              CASE WHEN TRUE THEN COALESCE(a6."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c10", 0) END
            ) + CASE
              WHEN (
                CASE
                  WHEN NOT (
                    j5."carry_in" IS NULL
                  )
                  THEN (
                    CAST(2 AS BIGINT) * j5."carry_in"
                  ) + CASE
                    WHEN j5."carry_in" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      j5."carry_in" = 0
                    )
                    THEN j5."carry_in__step"
                  END
                  ELSE CAST(0 AS BIGINT)
                END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
              ) >= 0
              THEN CASE
                WHEN NOT (
                  j5."carry_in" IS NULL
                )
                THEN (
                  CAST(2 AS BIGINT) * j5."carry_in"
                ) + CASE
                  WHEN j5."carry_in" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    j5."carry_in" = 0
                  )
                  THEN j5."carry_in__step"
                END
                ELSE CAST(0 AS BIGINT)
              END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
              WHEN NOT (
                (
                  CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) + CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                ) >= 0
              )
              THEN CAST(0 AS DECIMAL(38, 0))
            END
            WHEN NOT (
              (
                (
                  CASE WHEN TRUE THEN COALESCE(a6."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a6."c10", 0) END
                ) + CASE
                  WHEN (
                    CASE
                      WHEN NOT (
                        j5."carry_in" IS NULL
                      )
                      THEN (
                        CAST(2 AS BIGINT) * j5."carry_in"
                      ) + CASE
                        WHEN j5."carry_in" = 0
                        THEN CAST(0 AS BIGINT)
                        WHEN NOT (
                          j5."carry_in" = 0
                        )
                        THEN j5."carry_in__step"
                      END
                      ELSE CAST(0 AS BIGINT)
                    END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                  ) >= 0
                  THEN CASE
                    WHEN NOT (
                      j5."carry_in" IS NULL
                    )
                    THEN (
                      CAST(2 AS BIGINT) * j5."carry_in"
                    ) + CASE
                      WHEN j5."carry_in" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        j5."carry_in" = 0
                      )
                      THEN j5."carry_in__step"
                    END
                    ELSE CAST(0 AS BIGINT)
                  END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                  WHEN NOT (
                    (
                      CASE
                        WHEN NOT (
                          j5."carry_in" IS NULL
                        )
                        THEN (
                          CAST(2 AS BIGINT) * j5."carry_in"
                        ) + CASE
                          WHEN j5."carry_in" = 0
                          THEN CAST(0 AS BIGINT)
                          WHEN NOT (
                            j5."carry_in" = 0
                          )
                          THEN j5."carry_in__step"
                        END
                        ELSE CAST(0 AS BIGINT)
                      END - CASE WHEN TRUE THEN COALESCE(a7."c2", 0) END
                    ) >= 0
                  )
                  THEN CAST(0 AS DECIMAL(38, 0))
                END
              ) >= 0
            )
            THEN CAST(0 AS DECIMAL(38, 0))
          END
          WHEN NOT (
            (
              NOT (
                j5."kind" IS NULL
              )
            ) AND (
              j5."kind" = 'item'
            )
          )
          THEN CASE WHEN TRUE THEN COALESCE(a8."c3", 0) END
        END
      END AS v
  ) AS v15
  CROSS JOIN LATERAL (
    SELECT
      CASE
        WHEN (
          CAST(9 AS BIGINT) * CASE
            WHEN NOT (
              s."adjusted_budget" IS NULL
            )
            THEN CAST((
              CAST(2 AS BIGINT) * s."adjusted_budget"
            ) - CASE
              WHEN s."adjusted_budget" = 0
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                s."adjusted_budget" = 0
              )
              THEN s."adjusted_budget__step"
            END AS DECIMAL(38, 0))
            ELSE CASE
              WHEN NOT (
                s."added_budget" IS NULL
              )
              THEN CAST((
                (
                  CAST(2 AS BIGINT) * s."initial_budget"
                ) - CASE
                  WHEN s."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."initial_budget" = 0
                  )
                  THEN s."initial_budget__step"
                END
              ) + (
                (
                  CAST(2 AS BIGINT) * s."added_budget"
                ) - CASE
                  WHEN s."added_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."added_budget" = 0
                  )
                  THEN s."added_budget__step"
                END
              ) AS DECIMAL(38, 0))
              ELSE CASE
                WHEN CASE
                  WHEN 0 < (
                    CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                  )
                  THEN TRUE
                  WHEN 0 >= (
                    CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  )
                  THEN FALSE
                END
                THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
                WHEN NOT (
                  CASE
                    WHEN 0 < (
                      CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                    )
                    THEN TRUE
                    WHEN 0 >= (
                      CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                    )
                    THEN FALSE
                  END
                )
                THEN (
                  (
                    CAST(2 AS BIGINT) * s."initial_budget"
                  ) - CASE
                    WHEN s."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."initial_budget" = 0
                    )
                    THEN s."initial_budget__step"
                  END
                ) + (
                  CASE WHEN TRUE THEN COALESCE(a3."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c3", 0) END
                )
              END
            END
          END
        ) <= (
          CAST(9 AS BIGINT) * CASE
            WHEN NOT (
              s."adjusted_budget" IS NULL
            )
            THEN CAST((
              CAST(2 AS BIGINT) * s."adjusted_budget"
            ) + CASE
              WHEN s."adjusted_budget" = 0
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                s."adjusted_budget" = 0
              )
              THEN s."adjusted_budget__step"
            END AS DECIMAL(38, 0))
            ELSE CASE
              WHEN NOT (
                s."added_budget" IS NULL
              )
              THEN CAST((
                (
                  CAST(2 AS BIGINT) * s."initial_budget"
                ) + CASE
                  WHEN s."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."initial_budget" = 0
                  )
                  THEN s."initial_budget__step"
                END
              ) + (
                (
                  CAST(2 AS BIGINT) * s."added_budget"
                ) + CASE
                  WHEN s."added_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."added_budget" = 0
                  )
                  THEN s."added_budget__step"
                END
              ) AS DECIMAL(38, 0))
              ELSE CASE
                WHEN CASE
                  WHEN 0 < (
                    CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                  )
                  THEN TRUE
                  WHEN 0 >= (
                    CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  )
                  THEN FALSE
                END
                THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
                WHEN NOT (
                  CASE
                    WHEN 0 < (
                      CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                    )
                    THEN TRUE
                    WHEN 0 >= (
                      CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                    )
                    THEN FALSE
                  END
                )
                THEN (
                  (
                    CAST(2 AS BIGINT) * s."initial_budget"
                  ) + CASE
                    WHEN s."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."initial_budget" = 0
                    )
                    THEN s."initial_budget__step"
                  END
                ) + (
                  CASE WHEN TRUE THEN COALESCE(a3."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c4", 0) END
                )
              END
            END
          END
        )
        THEN CAST(9 AS BIGINT) * CASE
          WHEN NOT (
            s."adjusted_budget" IS NULL
          )
          THEN CAST((
            CAST(2 AS BIGINT) * s."adjusted_budget"
          ) - CASE
            WHEN s."adjusted_budget" = 0
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              s."adjusted_budget" = 0
            )
            THEN s."adjusted_budget__step"
          END AS DECIMAL(38, 0))
          ELSE CASE
            WHEN NOT (
              s."added_budget" IS NULL
            )
            THEN CAST((
              (
                CAST(2 AS BIGINT) * s."initial_budget"
              ) - CASE
                WHEN s."initial_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."initial_budget" = 0
                )
                THEN s."initial_budget__step"
              END
            ) + (
              (
                CAST(2 AS BIGINT) * s."added_budget"
              ) - CASE
                WHEN s."added_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."added_budget" = 0
                )
                THEN s."added_budget__step"
              END
            ) AS DECIMAL(38, 0))
            ELSE CASE
              WHEN CASE
                WHEN 0 < (
                  CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                )
                THEN TRUE
                WHEN 0 >= (
                  CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                )
                THEN FALSE
              END
              THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
              WHEN NOT (
                CASE
                  WHEN 0 < (
                    CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                  )
                  THEN TRUE
                  WHEN 0 >= (
                    CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  )
                  THEN FALSE
                END
              )
              THEN (
                (
                  CAST(2 AS BIGINT) * s."initial_budget"
                ) - CASE
                  WHEN s."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."initial_budget" = 0
                  )
                  THEN s."initial_budget__step"
                END
              ) + (
                CASE WHEN TRUE THEN COALESCE(a3."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c3", 0) END
              )
            END
          END
        END
        WHEN NOT (
          (
            CAST(9 AS BIGINT) * CASE
              WHEN NOT (
                s."adjusted_budget" IS NULL
              )
              THEN CAST((
                CAST(2 AS BIGINT) * s."adjusted_budget"
              ) - CASE
                WHEN s."adjusted_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."adjusted_budget" = 0
                )
                THEN s."adjusted_budget__step"
              END AS DECIMAL(38, 0))
              ELSE CASE
                WHEN NOT (
                  s."added_budget" IS NULL
                )
                THEN CAST((
                  (
                    CAST(2 AS BIGINT) * s."initial_budget"
                  ) - CASE
                    WHEN s."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."initial_budget" = 0
                    )
                    THEN s."initial_budget__step"
                  END
                ) + (
                  (
                    CAST(2 AS BIGINT) * s."added_budget"
                  ) - CASE
                    WHEN s."added_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."added_budget" = 0
                    )
                    THEN s."added_budget__step"
                  END
                ) AS DECIMAL(38, 0))
                ELSE CASE
                  WHEN CASE
                    WHEN 0 < (
                      CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                    )
                    THEN TRUE
                    WHEN 0 >= (
                      CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                    )
                    THEN FALSE
                  END
                  THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
                  WHEN NOT (
                    CASE
                      WHEN 0 < (
                        CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                      )
                      THEN TRUE
                      WHEN 0 >= (
                        CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                      )
                      THEN FALSE
                    END
                  )
                  THEN (
                    (
                      CAST(2 AS BIGINT) * s."initial_budget"
                    ) - CASE
                      WHEN s."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."initial_budget" = 0
                      )
                      THEN s."initial_budget__step"
                    END
                  ) + (
                    CASE WHEN TRUE THEN COALESCE(a3."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c3", 0) END
                  )
                END
              END
            END
          ) <= (
            CAST(9 AS BIGINT) * CASE
              WHEN NOT (
                s."adjusted_budget" IS NULL
              )
              THEN CAST((
                CAST(2 AS BIGINT) * s."adjusted_budget"
              ) + CASE
                WHEN s."adjusted_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."adjusted_budget" = 0
                )
                THEN s."adjusted_budget__step"
              END AS DECIMAL(38, 0))
              ELSE CASE
                WHEN NOT (
                  s."added_budget" IS NULL
                )
                THEN CAST((
                  (
                    CAST(2 AS BIGINT) * s."initial_budget"
                  ) + CASE
                    WHEN s."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."initial_budget" = 0
                    )
                    THEN s."initial_budget__step"
                  END
                ) + (
                  (
                    CAST(2 AS BIGINT) * s."added_budget"
                  ) + CASE
                    WHEN s."added_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."added_budget" = 0
                    )
                    THEN s."added_budget__step"
                  END
                ) AS DECIMAL(38, 0))
                ELSE CASE
                  WHEN CASE
                    WHEN 0 < (
                      CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                    )
                    THEN TRUE
                    WHEN 0 >= (
                      CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                    )
                    THEN FALSE
                  END
                  THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
                  WHEN NOT (
                    CASE
                      WHEN 0 < (
                        CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                      )
                      THEN TRUE
                      WHEN 0 >= (
                        CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                      )
                      THEN FALSE
                    END
                  )
                  THEN (
                    (
                      CAST(2 AS BIGINT) * s."initial_budget"
                    ) + CASE
                      WHEN s."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."initial_budget" = 0
                      )
                      THEN s."initial_budget__step"
                    END
                  ) + (
                    CASE WHEN TRUE THEN COALESCE(a3."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c4", 0) END
                  )
                END
              END
            END
          )
        )
        THEN CAST(9 AS BIGINT) * CASE
          WHEN NOT (
            s."adjusted_budget" IS NULL
          )
          THEN CAST((
            CAST(2 AS BIGINT) * s."adjusted_budget"
          ) + CASE
            WHEN s."adjusted_budget" = 0
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              s."adjusted_budget" = 0
            )
            THEN s."adjusted_budget__step"
          END AS DECIMAL(38, 0))
          ELSE CASE
            WHEN NOT (
              s."added_budget" IS NULL
            )
            THEN CAST((
              (
                CAST(2 AS BIGINT) * s."initial_budget"
              ) + CASE
                WHEN s."initial_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."initial_budget" = 0
                )
                THEN s."initial_budget__step"
              END
            ) + (
              (
                CAST(2 AS BIGINT) * s."added_budget"
              ) + CASE
                WHEN s."added_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."added_budget" = 0
                )
                THEN s."added_budget__step"
              END
            ) AS DECIMAL(38, 0))
            ELSE CASE
              WHEN CASE
                WHEN 0 < (
                  CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                )
                THEN TRUE
                WHEN 0 >= (
                  CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                )
                THEN FALSE
              END
              THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
              WHEN NOT (
                CASE
                  WHEN 0 < (
                    CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                  )
                  THEN TRUE
                  WHEN 0 >= (
                    CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  )
                  THEN FALSE
                END
              )
              THEN (
                (
                  CAST(2 AS BIGINT) * s."initial_budget"
                ) + CASE
                  WHEN s."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."initial_budget" = 0
                  )
                  THEN s."initial_budget__step"
                END
              ) + (
                CASE WHEN TRUE THEN COALESCE(a3."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c4", 0) END
              )
            END
          END
        END
      END AS v
  ) AS v16
  CROSS JOIN LATERAL (
    SELECT
      CASE
        WHEN (
          CAST(9 AS BIGINT) * CASE
            WHEN NOT (
              s."adjusted_budget" IS NULL
            )
            THEN CAST((
              CAST(2 AS BIGINT) * s."adjusted_budget"
            ) - CASE
              WHEN s."adjusted_budget" = 0
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                s."adjusted_budget" = 0
              )
              THEN s."adjusted_budget__step"
            END AS DECIMAL(38, 0))
            ELSE CASE
              WHEN NOT (
                s."added_budget" IS NULL
              )
              THEN CAST((
                (
                  CAST(2 AS BIGINT) * s."initial_budget"
                ) - CASE
                  WHEN s."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."initial_budget" = 0
                  )
                  THEN s."initial_budget__step"
                END
              ) + (
                (
                  CAST(2 AS BIGINT) * s."added_budget"
                ) - CASE
                  WHEN s."added_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."added_budget" = 0
                  )
                  THEN s."added_budget__step"
                END
              ) AS DECIMAL(38, 0))
              ELSE CASE
                WHEN CASE
                  WHEN 0 < (
                    CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                  )
                  THEN TRUE
                  WHEN 0 >= (
                    CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  )
                  THEN FALSE
                END
                THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
                WHEN NOT (
                  CASE
                    WHEN 0 < (
                      CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                    )
                    THEN TRUE
                    WHEN 0 >= (
                      CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                    )
                    THEN FALSE
                  END
                )
                THEN (
                  (
                    CAST(2 AS BIGINT) * s."initial_budget"
                  ) - CASE
                    WHEN s."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."initial_budget" = 0
                    )
                    THEN s."initial_budget__step"
                  END
                ) + (
                  CASE WHEN TRUE THEN COALESCE(a3."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c3", 0) END
                )
              END
            END
          END
        ) >= (
          CAST(9 AS BIGINT) * CASE
            WHEN NOT (
              s."adjusted_budget" IS NULL
            )
            THEN CAST((
              CAST(2 AS BIGINT) * s."adjusted_budget"
            ) + CASE
              WHEN s."adjusted_budget" = 0
              THEN CAST(0 AS BIGINT)
              WHEN NOT (
                s."adjusted_budget" = 0
              )
              THEN s."adjusted_budget__step"
            END AS DECIMAL(38, 0))
            ELSE CASE
              WHEN NOT (
                s."added_budget" IS NULL
              )
              THEN CAST((
                (
                  CAST(2 AS BIGINT) * s."initial_budget"
                ) + CASE
                  WHEN s."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."initial_budget" = 0
                  )
                  THEN s."initial_budget__step"
                END
              ) + (
                (
                  CAST(2 AS BIGINT) * s."added_budget"
                ) + CASE
                  WHEN s."added_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."added_budget" = 0
                  )
                  THEN s."added_budget__step"
                END
              ) AS DECIMAL(38, 0))
              ELSE CASE
                WHEN CASE
                  WHEN 0 < (
                    CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                  )
                  THEN TRUE
                  WHEN 0 >= (
                    CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  )
                  THEN FALSE
                END
                THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
                WHEN NOT (
                  CASE
                    WHEN 0 < (
                      CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                    )
                    THEN TRUE
                    WHEN 0 >= (
                      CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                    )
                    THEN FALSE
                  END
                )
                THEN (
                  (
                    CAST(2 AS BIGINT) * s."initial_budget"
                  ) + CASE
                    WHEN s."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."initial_budget" = 0
                    )
                    THEN s."initial_budget__step"
                  END
                ) + (
                  CASE WHEN TRUE THEN COALESCE(a3."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c4", 0) END
                )
              END
            END
          END
        )
        THEN CAST(9 AS BIGINT) * CASE
          WHEN NOT (
            s."adjusted_budget" IS NULL
          )
          THEN CAST((
            CAST(2 AS BIGINT) * s."adjusted_budget"
          ) - CASE
            WHEN s."adjusted_budget" = 0
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              s."adjusted_budget" = 0
            )
            THEN s."adjusted_budget__step"
          END AS DECIMAL(38, 0))
          ELSE CASE
            WHEN NOT (
              s."added_budget" IS NULL
            )
            THEN CAST((
              (
                CAST(2 AS BIGINT) * s."initial_budget"
              ) - CASE
                WHEN s."initial_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."initial_budget" = 0
                )
                THEN s."initial_budget__step"
              END
            ) + (
              (
                CAST(2 AS BIGINT) * s."added_budget"
              ) - CASE
                WHEN s."added_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."added_budget" = 0
                )
                THEN s."added_budget__step"
              END
            ) AS DECIMAL(38, 0))
            ELSE CASE
              WHEN CASE
                WHEN 0 < (
                  CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                )
                THEN TRUE
                WHEN 0 >= (
                  CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                )
                THEN FALSE
              END
              THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
              WHEN NOT (
                CASE
                  WHEN 0 < (
                    CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                  )
                  THEN TRUE
                  WHEN 0 >= (
                    CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  )
                  THEN FALSE
                END
              )
              THEN (
                (
                  CAST(2 AS BIGINT) * s."initial_budget"
                ) - CASE
                  WHEN s."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."initial_budget" = 0
                  )
                  THEN s."initial_budget__step"
                END
              ) + (
                CASE WHEN TRUE THEN COALESCE(a3."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c3", 0) END
              )
            END
          END
        END
        WHEN NOT (
          (
            CAST(9 AS BIGINT) * CASE
              WHEN NOT (
                s."adjusted_budget" IS NULL
              )
              THEN CAST((
                CAST(2 AS BIGINT) * s."adjusted_budget"
              ) - CASE
                WHEN s."adjusted_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."adjusted_budget" = 0
                )
                THEN s."adjusted_budget__step"
              END AS DECIMAL(38, 0))
              ELSE CASE
                WHEN NOT (
                  s."added_budget" IS NULL
                )
                THEN CAST((
                  (
                    CAST(2 AS BIGINT) * s."initial_budget"
                  ) - CASE
                    WHEN s."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."initial_budget" = 0
                    )
                    THEN s."initial_budget__step"
                  END
                ) + (
                  (
                    CAST(2 AS BIGINT) * s."added_budget"
                  ) - CASE
                    WHEN s."added_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."added_budget" = 0
                    )
                    THEN s."added_budget__step"
                  END
                ) AS DECIMAL(38, 0))
                ELSE CASE
                  WHEN CASE
                    WHEN 0 < (
                      CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                    )
                    THEN TRUE
                    WHEN 0 >= (
                      CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                    )
                    THEN FALSE
                  END
                  THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
                  WHEN NOT (
                    CASE
                      WHEN 0 < (
                        CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                      )
                      THEN TRUE
                      WHEN 0 >= (
                        CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                      )
                      THEN FALSE
                    END
                  )
                  THEN (
                    (
                      CAST(2 AS BIGINT) * s."initial_budget"
                    ) - CASE
                      WHEN s."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."initial_budget" = 0
                      )
                      THEN s."initial_budget__step"
                    END
                  ) + (
                    CASE WHEN TRUE THEN COALESCE(a3."c7", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c3", 0) END
                  )
                END
              END
            END
          ) >= (
            CAST(9 AS BIGINT) * CASE
              WHEN NOT (
                s."adjusted_budget" IS NULL
              )
              THEN CAST((
                CAST(2 AS BIGINT) * s."adjusted_budget"
              ) + CASE
                WHEN s."adjusted_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."adjusted_budget" = 0
                )
                THEN s."adjusted_budget__step"
              END AS DECIMAL(38, 0))
              ELSE CASE
                WHEN NOT (
                  s."added_budget" IS NULL
                )
                THEN CAST((
                  (
                    CAST(2 AS BIGINT) * s."initial_budget"
                  ) + CASE
                    WHEN s."initial_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."initial_budget" = 0
                    )
                    THEN s."initial_budget__step"
                  END
                ) + (
                  (
                    CAST(2 AS BIGINT) * s."added_budget"
                  ) + CASE
                    WHEN s."added_budget" = 0
                    THEN CAST(0 AS BIGINT)
                    WHEN NOT (
                      s."added_budget" = 0
                    )
                    THEN s."added_budget__step"
                  END
                ) AS DECIMAL(38, 0))
                ELSE CASE
                  WHEN CASE
                    WHEN 0 < (
                      CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                    )
                    THEN TRUE
                    WHEN 0 >= (
                      CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                    )
                    THEN FALSE
                  END
                  THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
                  WHEN NOT (
                    CASE
                      WHEN 0 < (
                        CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                      )
                      THEN TRUE
                      WHEN 0 >= (
                        CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                      )
                      THEN FALSE
                    END
                  )
                  THEN (
                    (
                      CAST(2 AS BIGINT) * s."initial_budget"
                    ) + CASE
                      WHEN s."initial_budget" = 0
                      THEN CAST(0 AS BIGINT)
                      WHEN NOT (
                        s."initial_budget" = 0
                      )
                      THEN s."initial_budget__step"
                    END
                  ) + (
                    CASE WHEN TRUE THEN COALESCE(a3."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c4", 0) END
                  )
                END
              END
            END
          )
        )
        THEN CAST(9 AS BIGINT) * CASE
          WHEN NOT (
            s."adjusted_budget" IS NULL
          )
          THEN CAST((
            CAST(2 AS BIGINT) * s."adjusted_budget"
          ) + CASE
            WHEN s."adjusted_budget" = 0
            THEN CAST(0 AS BIGINT)
            WHEN NOT (
              s."adjusted_budget" = 0
            )
            THEN s."adjusted_budget__step"
          END AS DECIMAL(38, 0))
          ELSE CASE
            WHEN NOT (
              s."added_budget" IS NULL
            )
            THEN CAST((
              (
                CAST(2 AS BIGINT) * s."initial_budget"
              ) + CASE
                WHEN s."initial_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."initial_budget" = 0
                )
                THEN s."initial_budget__step"
              END
            ) + (
              (
                CAST(2 AS BIGINT) * s."added_budget"
              ) + CASE
                WHEN s."added_budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."added_budget" = 0
                )
                THEN s."added_budget__step"
              END
            ) AS DECIMAL(38, 0))
            ELSE CASE
              WHEN CASE
                WHEN 0 < (
                  CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                )
                THEN TRUE
                WHEN 0 >= (
                  CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                )
                THEN FALSE
              END
              THEN CAST(CAST(2 AS BIGINT) * CAST(NULL AS BIGINT) AS DECIMAL(38, 0))
              WHEN NOT (
                CASE
                  WHEN 0 < (
                    CASE WHEN TRUE THEN COALESCE(a3."c9", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c8", 0) END
                  )
                  THEN TRUE
                  WHEN 0 >= (
                    CASE WHEN TRUE THEN COALESCE(a3."c10", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c9", 0) END
                  )
                  THEN FALSE
                END
              )
              THEN (
                (
                  CAST(2 AS BIGINT) * s."initial_budget"
                ) + CASE
                  WHEN s."initial_budget" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."initial_budget" = 0
                  )
                  THEN s."initial_budget__step"
                END
              ) + (
                CASE WHEN TRUE THEN COALESCE(a3."c8", 0) END + CASE WHEN TRUE THEN COALESCE(a4."c4", 0) END
              )
            END
          END
        END
      END AS v
  ) AS v17
  LEFT JOIN "review_8" AS a18
    ON a18."k1" = s."_fact"
  LEFT JOIN "budget_line_6" AS a19
    ON a19."k1" = s."_fact"
), "parts" AS (
  SELECT
    p."_up" AS "_up",
    CASE
      WHEN COUNT(*) = COUNT(p."addition-approved amount")
      THEN SUM(p."addition-approved amount")
    END AS "addition-approved amount",
    CASE
      WHEN COUNT(*) = COUNT(p."it-project-second-review amount")
      THEN SUM(p."it-project-second-review amount")
    END AS "it-project-second-review amount",
    CASE
      WHEN COUNT(*) = COUNT(p."overrun-hidden-in-total amount")
      THEN SUM(p."overrun-hidden-in-total amount")
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
SELECT
  s."_case" AS "_case",
  s."_fact" AS "_fact",
  s."_id" AS "_id",
  CAST(CASE
    WHEN NOT (
      CASE
        WHEN CASE
          WHEN NOT (
            s."start_date" IS NULL
          )
          THEN s."start_date"
          ELSE s."sign_date"
        END IS NULL
        THEN TRUE
        WHEN CASE
          WHEN NOT (
            s."start_date" IS NULL
          )
          THEN s."start_date"
          ELSE s."sign_date"
        END < CAST('2003-01-01' AS DATE)
        THEN FALSE
        WHEN NOT (
          CASE
            WHEN NOT (
              s."start_date" IS NULL
            )
            THEN s."start_date"
            ELSE s."sign_date"
          END IS NULL
        )
        THEN TRUE
      END
    )
    THEN 'not_applicable'
    WHEN NOT (
      (
        (
          s."category" = 'goods'
        ) OR (
          s."category" = 'services'
        )
      )
      AND (
        (
          s."budget" >= CASE
            WHEN CASE
              WHEN NOT (
                s."start_date" IS NULL
              )
              THEN s."start_date"
              ELSE s."sign_date"
            END IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN CASE
              WHEN NOT (
                s."start_date" IS NULL
              )
              THEN s."start_date"
              ELSE s."sign_date"
            END < CAST('2020-01-01' AS DATE)
            THEN CAST(NULL AS BIGINT)
            WHEN CASE
              WHEN NOT (
                s."start_date" IS NULL
              )
              THEN s."start_date"
              ELSE s."sign_date"
            END < CAST('2021-01-01' AS DATE)
            THEN CAST(NULL AS BIGINT)
            WHEN CASE
              WHEN NOT (
                s."start_date" IS NULL
              )
              THEN s."start_date"
              ELSE s."sign_date"
            END < CAST('2022-01-01' AS DATE)
            THEN CAST(200000000 AS BIGINT)
            WHEN CASE
              WHEN NOT (
                s."start_date" IS NULL
              )
              THEN s."start_date"
              ELSE s."sign_date"
            END < CAST('2025-09-01' AS DATE)
            THEN CAST(NULL AS BIGINT)
            WHEN CASE
              WHEN NOT (
                s."start_date" IS NULL
              )
              THEN s."start_date"
              ELSE s."sign_date"
            END < CAST('2026-01-01' AS DATE)
            THEN CAST(200000000 AS BIGINT)
            WHEN NOT (
              CASE
                WHEN NOT (
                  s."start_date" IS NULL
                )
                THEN s."start_date"
                ELSE s."sign_date"
              END IS NULL
            )
            THEN CAST(NULL AS BIGINT)
          END
        )
        OR (
          (
            s."amount" >= CASE
              WHEN CASE
                WHEN NOT (
                  s."start_date" IS NULL
                )
                THEN s."start_date"
                ELSE s."sign_date"
              END IS NULL
              THEN CAST(NULL AS BIGINT)
              WHEN CASE
                WHEN NOT (
                  s."start_date" IS NULL
                )
                THEN s."start_date"
                ELSE s."sign_date"
              END < CAST('2020-01-01' AS DATE)
              THEN CAST(NULL AS BIGINT)
              WHEN CASE
                WHEN NOT (
                  s."start_date" IS NULL
                )
                THEN s."start_date"
                ELSE s."sign_date"
              END < CAST('2021-01-01' AS DATE)
              THEN CAST(NULL AS BIGINT)
              WHEN CASE
                WHEN NOT (
                  s."start_date" IS NULL
                )
                THEN s."start_date"
                ELSE s."sign_date"
              END < CAST('2022-01-01' AS DATE)
              THEN CAST(200000000 AS BIGINT)
              WHEN CASE
                WHEN NOT (
                  s."start_date" IS NULL
                )
                THEN s."start_date"
                ELSE s."sign_date"
              END < CAST('2025-09-01' AS DATE)
              THEN CAST(NULL AS BIGINT)
              WHEN CASE
                WHEN NOT (
                  s."start_date" IS NULL
                )
                THEN s."start_date"
                ELSE s."sign_date"
              END < CAST('2026-01-01' AS DATE)
              THEN CAST(200000000 AS BIGINT)
              WHEN NOT (
                CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END IS NULL
              )
              THEN CAST(NULL AS BIGINT)
            END
          )
          AND (
            NOT (
              NOT (
                s."budget" IS NULL
              )
            )
          )
        )
      )
    )
    THEN 'not_applicable'
    WHEN (
      (
        CASE
          WHEN NOT (
            s."method_approval" IS NULL
          )
          THEN TRUE
          WHEN COALESCE(POSITION(' method_approval ' IN s."_none"), 0) > 0
          THEN FALSE
          WHEN COALESCE(POSITION(' method_approval ' IN s."_hidden"), 0) > 0
          THEN FALSE
          WHEN j1."_read" = 'whole'
          THEN FALSE
        END
        AND (
          s."method_approval_date" <= s."start_date"
        )
      )
      OR (
        (
          s."method" = 'framework'
        )
        AND (
          CASE
            WHEN NOT (
              s."start_date" IS NULL
            )
            THEN s."start_date"
            ELSE s."sign_date"
          END >= CASE
            WHEN CASE
              WHEN NOT (
                s."start_date" IS NULL
              )
              THEN s."start_date"
              ELSE s."sign_date"
            END IS NULL
            THEN CAST('2022-03-01' AS DATE)
            WHEN NOT (
              CASE
                WHEN NOT (
                  s."start_date" IS NULL
                )
                THEN s."start_date"
                ELSE s."sign_date"
              END IS NULL
            )
            THEN CAST('2022-03-01' AS DATE)
          END
        )
      )
    )
    OR (
      (
        (
          NOT (
            s."exempt" IS NULL
          )
        ) AND s."exempt"
      )
      OR (
        (
          NOT (
            j2."is_emergency" IS NULL
          )
        ) AND j2."is_emergency"
      )
    )
    THEN 'not_applicable'
    WHEN s."method" = 'open_tender'
    THEN 'pass'
    WHEN (
      (
        (
          CASE
            WHEN CASE
              WHEN NOT (
                s."start_date" IS NULL
              )
              THEN s."start_date"
              ELSE s."sign_date"
            END IS NULL
            THEN TRUE
            WHEN CASE
              WHEN NOT (
                s."start_date" IS NULL
              )
              THEN s."start_date"
              ELSE s."sign_date"
            END < CAST('2003-01-01' AS DATE)
            THEN FALSE
            WHEN NOT (
              CASE
                WHEN NOT (
                  s."start_date" IS NULL
                )
                THEN s."start_date"
                ELSE s."sign_date"
              END IS NULL
            )
            THEN TRUE
          END IS NULL
        )
        OR (
          (
            (
              (
                s."category" = 'goods'
              ) OR (
                s."category" = 'services'
              )
            )
            AND (
              (
                s."budget" >= CASE
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END IS NULL
                  THEN CAST(NULL AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2020-01-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2021-01-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2022-01-01' AS DATE)
                  THEN CAST(200000000 AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2025-09-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2026-01-01' AS DATE)
                  THEN CAST(200000000 AS BIGINT)
                  WHEN NOT (
                    CASE
                      WHEN NOT (
                        s."start_date" IS NULL
                      )
                      THEN s."start_date"
                      ELSE s."sign_date"
                    END IS NULL
                  )
                  THEN CAST(NULL AS BIGINT)
                END
              )
              OR (
                (
                  s."amount" >= CASE
                    WHEN CASE
                      WHEN NOT (
                        s."start_date" IS NULL
                      )
                      THEN s."start_date"
                      ELSE s."sign_date"
                    END IS NULL
                    THEN CAST(NULL AS BIGINT)
                    WHEN CASE
                      WHEN NOT (
                        s."start_date" IS NULL
                      )
                      THEN s."start_date"
                      ELSE s."sign_date"
                    END < CAST('2020-01-01' AS DATE)
                    THEN CAST(NULL AS BIGINT)
                    WHEN CASE
                      WHEN NOT (
                        s."start_date" IS NULL
                      )
                      THEN s."start_date"
                      ELSE s."sign_date"
                    END < CAST('2021-01-01' AS DATE)
                    THEN CAST(NULL AS BIGINT)
                    WHEN CASE
                      WHEN NOT (
                        s."start_date" IS NULL
                      )
                      THEN s."start_date"
                      ELSE s."sign_date"
                    END < CAST('2022-01-01' AS DATE)
                    THEN CAST(200000000 AS BIGINT)
                    WHEN CASE
                      WHEN NOT (
                        s."start_date" IS NULL
                      )
                      THEN s."start_date"
                      ELSE s."sign_date"
                    END < CAST('2025-09-01' AS DATE)
                    THEN CAST(NULL AS BIGINT)
                    WHEN CASE
                      WHEN NOT (
                        s."start_date" IS NULL
                      )
                      THEN s."start_date"
                      ELSE s."sign_date"
                    END < CAST('2026-01-01' AS DATE)
                    THEN CAST(200000000 AS BIGINT)
                    WHEN NOT (
                      CASE
                        WHEN NOT (
                          s."start_date" IS NULL
                        )
                        THEN s."start_date"
                        ELSE s."sign_date"
                      END IS NULL
                    )
                    THEN CAST(NULL AS BIGINT)
                  END
                )
                AND (
                  NOT (
                    NOT (
                      s."budget" IS NULL
                    )
                  )
                )
              )
            )
          ) IS NULL
        )
      )
      OR (
        (
          (
            (
              CASE
                WHEN NOT (
                  s."method_approval" IS NULL
                )
                THEN TRUE
                WHEN COALESCE(POSITION(' method_approval ' IN s."_none"), 0) > 0
                THEN FALSE
                WHEN COALESCE(POSITION(' method_approval ' IN s."_hidden"), 0) > 0
                THEN FALSE
                WHEN j1."_read" = 'whole'
                THEN FALSE
              END
              AND (
                s."method_approval_date" <= s."start_date"
              )
            )
            OR (
              (
                s."method" = 'framework'
              )
              AND (
                CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END >= CASE
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END IS NULL
                  THEN CAST('2022-03-01' AS DATE)
                  WHEN NOT (
                    CASE
                      WHEN NOT (
                        s."start_date" IS NULL
                      )
                      THEN s."start_date"
                      ELSE s."sign_date"
                    END IS NULL
                  )
                  THEN CAST('2022-03-01' AS DATE)
                END
              )
            )
          )
          OR (
            (
              (
                NOT (
                  s."exempt" IS NULL
                )
              ) AND s."exempt"
            )
            OR (
              (
                NOT (
                  j2."is_emergency" IS NULL
                )
              ) AND j2."is_emergency"
            )
          )
        ) IS NULL
      )
    )
    OR (
      (
        s."method" = 'open_tender'
      ) IS NULL
    )
    THEN 'undetermined'
    WHEN (
      (
        NOT (
          s."method" = 'open_tender'
        )
      )
      AND (
        (
          (
            s."category" = 'goods'
          ) OR (
            s."category" = 'services'
          )
        )
        AND (
          CASE
            WHEN (
              CAST(2 AS BIGINT) * CASE
                WHEN CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END IS NULL
                THEN CAST(NULL AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END < CAST('2020-01-01' AS DATE)
                THEN CAST(NULL AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END < CAST('2021-01-01' AS DATE)
                THEN CAST(NULL AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END < CAST('2022-01-01' AS DATE)
                THEN CAST(200000000 AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END < CAST('2025-09-01' AS DATE)
                THEN CAST(NULL AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END < CAST('2026-01-01' AS DATE)
                THEN CAST(200000000 AS BIGINT)
                WHEN NOT (
                  CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END IS NULL
                )
                THEN CAST(NULL AS BIGINT)
              END
            ) <= (
              (
                CAST(2 AS BIGINT) * s."budget"
              ) - CASE
                WHEN s."budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."budget" = 0
                )
                THEN s."budget__step"
              END
            )
            THEN TRUE
            WHEN (
              CAST(2 AS BIGINT) * CASE
                WHEN CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END IS NULL
                THEN CAST(NULL AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END < CAST('2020-01-01' AS DATE)
                THEN CAST(NULL AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END < CAST('2021-01-01' AS DATE)
                THEN CAST(NULL AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END < CAST('2022-01-01' AS DATE)
                THEN CAST(200000000 AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END < CAST('2025-09-01' AS DATE)
                THEN CAST(NULL AS BIGINT)
                WHEN CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END < CAST('2026-01-01' AS DATE)
                THEN CAST(200000000 AS BIGINT)
                WHEN NOT (
                  CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END IS NULL
                )
                THEN CAST(NULL AS BIGINT)
              END
            ) > (
              (
                CAST(2 AS BIGINT) * s."budget"
              ) + CASE
                WHEN s."budget" = 0
                THEN CAST(0 AS BIGINT)
                WHEN NOT (
                  s."budget" = 0
                )
                THEN s."budget__step"
              END
            )
            THEN FALSE
          END
          OR (
            CASE
              WHEN (
                CAST(2 AS BIGINT) * CASE
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END IS NULL
                  THEN CAST(NULL AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2020-01-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2021-01-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2022-01-01' AS DATE)
                  THEN CAST(200000000 AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2025-09-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2026-01-01' AS DATE)
                  THEN CAST(200000000 AS BIGINT)
                  WHEN NOT (
                    CASE
                      WHEN NOT (
                        s."start_date" IS NULL
                      )
                      THEN s."start_date"
                      ELSE s."sign_date"
                    END IS NULL
                  )
                  THEN CAST(NULL AS BIGINT)
                END
              ) <= (
                (
                  CAST(2 AS BIGINT) * s."amount"
                ) - CASE
                  WHEN s."amount" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."amount" = 0
                  )
                  THEN s."amount__step"
                END
              )
              THEN TRUE
              WHEN (
                CAST(2 AS BIGINT) * CASE
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END IS NULL
                  THEN CAST(NULL AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2020-01-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2021-01-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2022-01-01' AS DATE)
                  THEN CAST(200000000 AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2025-09-01' AS DATE)
                  THEN CAST(NULL AS BIGINT)
                  WHEN CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END < CAST('2026-01-01' AS DATE)
                  THEN CAST(200000000 AS BIGINT)
                  WHEN NOT (
                    CASE
                      WHEN NOT (
                        s."start_date" IS NULL
                      )
                      THEN s."start_date"
                      ELSE s."sign_date"
                    END IS NULL
                  )
                  THEN CAST(NULL AS BIGINT)
                END
              ) > (
                (
                  CAST(2 AS BIGINT) * s."amount"
                ) + CASE
                  WHEN s."amount" = 0
                  THEN CAST(0 AS BIGINT)
                  WHEN NOT (
                    s."amount" = 0
                  )
                  THEN s."amount__step"
                END
              )
              THEN FALSE
            END
            AND (
              NOT (
                NOT (
                  s."budget" IS NULL
                )
              )
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
                s."method_approval" IS NULL
              )
              THEN TRUE
              WHEN COALESCE(POSITION(' method_approval ' IN s."_none"), 0) > 0
              THEN FALSE
              WHEN COALESCE(POSITION(' method_approval ' IN s."_hidden"), 0) > 0
              THEN FALSE
              WHEN j1."_read" = 'whole'
              THEN FALSE
            END
            AND (
              s."method_approval_date" <= s."start_date"
            )
          )
          OR (
            (
              s."method" = 'framework'
            )
            AND (
              CASE
                WHEN NOT (
                  s."start_date" IS NULL
                )
                THEN s."start_date"
                ELSE s."sign_date"
              END >= CASE
                WHEN CASE
                  WHEN NOT (
                    s."start_date" IS NULL
                  )
                  THEN s."start_date"
                  ELSE s."sign_date"
                END IS NULL
                THEN CAST('2022-03-01' AS DATE)
                WHEN NOT (
                  CASE
                    WHEN NOT (
                      s."start_date" IS NULL
                    )
                    THEN s."start_date"
                    ELSE s."sign_date"
                  END IS NULL
                )
                THEN CAST('2022-03-01' AS DATE)
              END
            )
          )
        )
        OR (
          (
            (
              NOT (
                s."exempt" IS NULL
              )
            ) AND s."exempt"
          )
          OR (
            (
              NOT (
                j2."is_emergency" IS NULL
              )
            ) AND j2."is_emergency"
          )
        )
      )
    )
    THEN 'fail'
    ELSE 'undetermined'
  END AS VARCHAR) AS "open-tender-threshold",
  CAST(CASE WHEN NOT (
    s."amount" IS NULL
  ) THEN s."amount" ELSE s."budget" END AS DECIMAL(38, 0)) AS "open-tender-threshold amount",
  CAST('high' AS VARCHAR) AS "open-tender-threshold severity",
  CAST(COALESCE(
    CASE
      WHEN (
        (
          NOT (
            CASE
              WHEN NOT (
                s."method_approval" IS NULL
              )
              THEN TRUE
              WHEN COALESCE(POSITION(' method_approval ' IN s."_none"), 0) > 0
              THEN FALSE
              WHEN COALESCE(POSITION(' method_approval ' IN s."_hidden"), 0) > 0
              THEN FALSE
              WHEN j1."_read" = 'whole'
              THEN FALSE
            END
          )
        )
        AND CASE
          WHEN NOT (
            s."method_approval" IS NULL
          )
          THEN TRUE
          WHEN COALESCE(POSITION(' method_approval ' IN s."_none"), 0) > 0
          THEN TRUE
          WHEN COALESCE(POSITION(' method_approval ' IN s."_hidden"), 0) > 0
          THEN FALSE
          WHEN j1."_read" = 'whole'
          THEN FALSE
        END
      )
      OR (
        s."method_approval_date" > s."start_date"
      )
      THEN 'breach'
      WHEN NOT (
        (
          (
            NOT (
              CASE
                WHEN NOT (
                  s."method_approval" IS NULL
                )
                THEN TRUE
                WHEN COALESCE(POSITION(' method_approval ' IN s."_none"), 0) > 0
                THEN FALSE
                WHEN COALESCE(POSITION(' method_approval ' IN s."_hidden"), 0) > 0
                THEN FALSE
                WHEN j1."_read" = 'whole'
                THEN FALSE
              END
            )
          )
          AND CASE
            WHEN NOT (
              s."method_approval" IS NULL
            )
            THEN TRUE
            WHEN COALESCE(POSITION(' method_approval ' IN s."_none"), 0) > 0
            THEN TRUE
            WHEN COALESCE(POSITION(' method_approval ' IN s."_hidden"), 0) > 0
            THEN FALSE
            WHEN j1."_read" = 'whole'
            THEN FALSE
          END
        )
        OR (
          s."method_approval_date" > s."start_date"
        )
      )
      THEN 'query'
    END,
    'query'
  ) AS VARCHAR) AS "open-tender-threshold nature"
FROM "contract" AS s
LEFT JOIN "unit" AS j1
  ON j1."_case" = s."_case"
LEFT JOIN "budget_line" AS j2
  ON j2."_fact" = s."line";

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
), "groups_members" AS (
  SELECT
    c.*,
    g."_fact" AS "_group"
  FROM "contract" AS c
  JOIN "groups_own" AS g
    ON (
      (
        c."_case" = g."_case"
      ) AND (
        c."line" = g."line"
      )
    )
    AND (
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
), "groups_members_1" AS (
  SELECT
    c."_group" AS k1,
    SUM(
      CAST(CASE
        WHEN (
          (
            (
              (
                (
                  c."method" <> 'open_tender'
                ) AND (
                  c."category" <> 'works'
                )
              )
              AND (
                NOT (
                  (
                    (
                      NOT (
                        c."exempt" IS NULL
                      )
                    ) AND c."exempt"
                  )
                  OR (
                    (
                      NOT (
                        j1."is_emergency" IS NULL
                      )
                    ) AND j1."is_emergency"
                  )
                )
              )
            )
            AND (
              NOT (
                (
                  c."method" = 'framework'
                )
                AND (
                  c."sign_date" >= CAST('2022-03-01' AS DATE)
                )
              )
            )
          )
          AND (
            CAST(EXTRACT(YEAR FROM c."sign_date") AS BIGINT) = j2."fiscal_year"
          )
        )
        AND (
          NOT (
            CASE
              WHEN NOT (
                c."method_approval" IS NULL
              )
              THEN TRUE
              WHEN COALESCE(POSITION(' method_approval ' IN c."_none"), 0) > 0
              THEN FALSE
              WHEN COALESCE(POSITION(' method_approval ' IN c."_hidden"), 0) > 0
              THEN FALSE
              WHEN j2."_read" = 'whole'
              THEN FALSE
            END
          )
        )
        THEN CAST(1 AS BIGINT)
        WHEN NOT (
          (
            (
              (
                (
                  (
                    c."method" <> 'open_tender'
                  ) AND (
                    c."category" <> 'works'
                  )
                )
                AND (
                  NOT (
                    (
                      (
                        NOT (
                          c."exempt" IS NULL
                        )
                      ) AND c."exempt"
                    )
                    OR (
                      (
                        NOT (
                          j1."is_emergency" IS NULL
                        )
                      ) AND j1."is_emergency"
                    )
                  )
                )
              )
              AND (
                NOT (
                  (
                    c."method" = 'framework'
                  )
                  AND (
                    c."sign_date" >= CAST('2022-03-01' AS DATE)
                  )
                )
              )
            )
            AND (
              CAST(EXTRACT(YEAR FROM c."sign_date") AS BIGINT) = j2."fiscal_year"
            )
          )
          AND (
            NOT (
              CASE
                WHEN NOT (
                  c."method_approval" IS NULL
                )
                THEN TRUE
                WHEN COALESCE(POSITION(' method_approval ' IN c."_none"), 0) > 0
                THEN FALSE
                WHEN COALESCE(POSITION(' method_approval ' IN c."_hidden"), 0) > 0
                THEN FALSE
                WHEN j2."_read" = 'whole'
                THEN FALSE
              END
            )
          )
        )
        THEN CAST(0 AS BIGINT)
      END AS DECIMAL(38, 0))
    ) AS c1,
    COUNT(
      CASE
        WHEN (
          (
            (
              (
                (
                  (
                    c."method" <> 'open_tender'
                  ) AND (
                    c."category" <> 'works'
                  )
                )
                AND (
                  NOT (
                    (
                      (
                        NOT (
                          c."exempt" IS NULL
                        )
                      ) AND c."exempt"
                    )
                    OR (
                      (
                        NOT (
                          j1."is_emergency" IS NULL
                        )
                      ) AND j1."is_emergency"
                    )
                  )
                )
              )
              AND (
                NOT (
                  (
                    c."method" = 'framework'
                  )
                  AND (
                    c."sign_date" >= CAST('2022-03-01' AS DATE)
                  )
                )
              )
            )
            AND (
              CAST(EXTRACT(YEAR FROM c."sign_date") AS BIGINT) = j2."fiscal_year"
            )
          )
          AND (
            NOT (
              CASE
                WHEN NOT (
                  c."method_approval" IS NULL
                )
                THEN TRUE
                WHEN COALESCE(POSITION(' method_approval ' IN c."_none"), 0) > 0
                THEN FALSE
                WHEN COALESCE(POSITION(' method_approval ' IN c."_hidden"), 0) > 0
                THEN FALSE
                WHEN j2."_read" = 'whole'
                THEN FALSE
              END
            )
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
              (
                (
                  c."method" <> 'open_tender'
                ) AND (
                  c."category" <> 'works'
                )
              )
              AND (
                NOT (
                  (
                    (
                      NOT (
                        c."exempt" IS NULL
                      )
                    ) AND c."exempt"
                  )
                  OR (
                    (
                      NOT (
                        j1."is_emergency" IS NULL
                      )
                    ) AND j1."is_emergency"
                  )
                )
              )
            )
            AND (
              NOT (
                (
                  c."method" = 'framework'
                )
                AND (
                  c."sign_date" >= CAST('2022-03-01' AS DATE)
                )
              )
            )
          )
          AND (
            CAST(EXTRACT(YEAR FROM c."sign_date") AS BIGINT) = j2."fiscal_year"
          )
        )
        AND (
          NOT (
            CASE
              WHEN NOT (
                c."method_approval" IS NULL
              )
              THEN TRUE
              WHEN COALESCE(POSITION(' method_approval ' IN c."_none"), 0) > 0
              THEN FALSE
              WHEN COALESCE(POSITION(' method_approval ' IN c."_hidden"), 0) > 0
              THEN FALSE
              WHEN j2."_read" = 'whole'
              THEN FALSE
            END
          )
        )
        THEN 1
      END
    ) AS c3,
    SUM(
      CAST(CASE
        WHEN (
          (
            (
              (
                (
                  c."method" <> 'open_tender'
                ) AND (
                  c."category" <> 'works'
                )
              )
              AND (
                NOT (
                  (
                    (
                      NOT (
                        c."exempt" IS NULL
                      )
                    ) AND c."exempt"
                  )
                  OR (
                    (
                      NOT (
                        j1."is_emergency" IS NULL
                      )
                    ) AND j1."is_emergency"
                  )
                )
              )
            )
            AND (
              NOT (
                (
                  c."method" = 'framework'
                )
                AND (
                  c."sign_date" >= CAST('2022-03-01' AS DATE)
                )
              )
            )
          )
          AND (
            CAST(EXTRACT(YEAR FROM c."sign_date") AS BIGINT) = j2."fiscal_year"
          )
        )
        AND (
          NOT (
            CASE
              WHEN NOT (
                c."method_approval" IS NULL
              )
              THEN TRUE
              WHEN COALESCE(POSITION(' method_approval ' IN c."_none"), 0) > 0
              THEN FALSE
              WHEN COALESCE(POSITION(' method_approval ' IN c."_hidden"), 0) > 0
              THEN FALSE
              WHEN j2."_read" = 'whole'
              THEN FALSE
            END
          )
        )
        THEN c."amount"
      END AS DECIMAL(38, 0))
    ) AS c4,
    COUNT(
      CASE
        WHEN (
          (
            (
              (
                (
                  (
                    (
                      c."method" <> 'open_tender'
                    ) AND (
                      c."category" <> 'works'
                    )
                  )
                  AND (
                    NOT (
                      (
                        (
                          NOT (
                            c."exempt" IS NULL
                          )
                        ) AND c."exempt"
                      )
                      OR (
                        (
                          NOT (
                            j1."is_emergency" IS NULL
                          )
                        ) AND j1."is_emergency"
                      )
                    )
                  )
                )
                AND (
                  NOT (
                    (
                      c."method" = 'framework'
                    )
                    AND (
                      c."sign_date" >= CAST('2022-03-01' AS DATE)
                    )
                  )
                )
              )
              AND (
                CAST(EXTRACT(YEAR FROM c."sign_date") AS BIGINT) = j2."fiscal_year"
              )
            )
            AND (
              NOT (
                CASE
                  WHEN NOT (
                    c."method_approval" IS NULL
                  )
                  THEN TRUE
                  WHEN COALESCE(POSITION(' method_approval ' IN c."_none"), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(POSITION(' method_approval ' IN c."_hidden"), 0) > 0
                  THEN FALSE
                  WHEN j2."_read" = 'whole'
                  THEN FALSE
                END
              )
            )
          ) IS NULL
        )
        OR (
          (
            (
              (
                (
                  (
                    (
                      c."method" <> 'open_tender'
                    ) AND (
                      c."category" <> 'works'
                    )
                  )
                  AND (
                    NOT (
                      (
                        (
                          NOT (
                            c."exempt" IS NULL
                          )
                        ) AND c."exempt"
                      )
                      OR (
                        (
                          NOT (
                            j1."is_emergency" IS NULL
                          )
                        ) AND j1."is_emergency"
                      )
                    )
                  )
                )
                AND (
                  NOT (
                    (
                      c."method" = 'framework'
                    )
                    AND (
                      c."sign_date" >= CAST('2022-03-01' AS DATE)
                    )
                  )
                )
              )
              AND (
                CAST(EXTRACT(YEAR FROM c."sign_date") AS BIGINT) = j2."fiscal_year"
              )
            )
            AND (
              NOT (
                CASE
                  WHEN NOT (
                    c."method_approval" IS NULL
                  )
                  THEN TRUE
                  WHEN COALESCE(POSITION(' method_approval ' IN c."_none"), 0) > 0
                  THEN FALSE
                  WHEN COALESCE(POSITION(' method_approval ' IN c."_hidden"), 0) > 0
                  THEN FALSE
                  WHEN j2."_read" = 'whole'
                  THEN FALSE
                END
              )
            )
          )
          AND (
            c."amount" IS NULL
          )
        )
        THEN 1
      END
    ) AS c5,
    SUM(
      CAST(CASE
        WHEN (
          (
            (
              (
                (
                  c."method" <> 'open_tender'
                ) AND (
                  c."category" <> 'works'
                )
              )
              AND (
                NOT (
                  (
                    (
                      NOT (
                        c."exempt" IS NULL
                      )
                    ) AND c."exempt"
                  )
                  OR (
                    (
                      NOT (
                        j1."is_emergency" IS NULL
                      )
                    ) AND j1."is_emergency"
                  )
                )
              )
            )
            AND (
              NOT (
                (
                  c."method" = 'framework'
                )
                AND (
                  c."sign_date" >= CAST('2022-03-01' AS DATE)
                )
              )
            )
          )
          AND (
            CAST(EXTRACT(YEAR FROM c."sign_date") AS BIGINT) = j2."fiscal_year"
          )
        )
        AND (
          NOT (
            CASE
              WHEN NOT (
                c."method_approval" IS NULL
              )
              THEN TRUE
              WHEN COALESCE(POSITION(' method_approval ' IN c."_none"), 0) > 0
              THEN FALSE
              WHEN COALESCE(POSITION(' method_approval ' IN c."_hidden"), 0) > 0
              THEN FALSE
              WHEN j2."_read" = 'whole'
              THEN FALSE
            END
          )
        )
        THEN (
          CAST(2 AS BIGINT) * c."amount"
        ) - CASE
          WHEN c."amount" = 0
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            c."amount" = 0
          )
          THEN c."amount__step"
        END
      END AS DECIMAL(38, 0))
    ) AS c6,
    SUM(
      CAST(CASE
        WHEN (
          (
            (
              (
                (
                  c."method" <> 'open_tender'
                ) AND (
                  c."category" <> 'works'
                )
              )
              AND (
                NOT (
                  (
                    (
                      NOT (
                        c."exempt" IS NULL
                      )
                    ) AND c."exempt"
                  )
                  OR (
                    (
                      NOT (
                        j1."is_emergency" IS NULL
                      )
                    ) AND j1."is_emergency"
                  )
                )
              )
            )
            AND (
              NOT (
                (
                  c."method" = 'framework'
                )
                AND (
                  c."sign_date" >= CAST('2022-03-01' AS DATE)
                )
              )
            )
          )
          AND (
            CAST(EXTRACT(YEAR FROM c."sign_date") AS BIGINT) = j2."fiscal_year"
          )
        )
        AND (
          NOT (
            CASE
              WHEN NOT (
                c."method_approval" IS NULL
              )
              THEN TRUE
              WHEN COALESCE(POSITION(' method_approval ' IN c."_none"), 0) > 0
              THEN FALSE
              WHEN COALESCE(POSITION(' method_approval ' IN c."_hidden"), 0) > 0
              THEN FALSE
              WHEN j2."_read" = 'whole'
              THEN FALSE
            END
          )
        )
        THEN (
          CAST(2 AS BIGINT) * c."amount"
        ) + CASE
          WHEN c."amount" = 0
          THEN CAST(0 AS BIGINT)
          WHEN NOT (
            c."amount" = 0
          )
          THEN c."amount__step"
        END
      END AS DECIMAL(38, 0))
    ) AS c7
  FROM "groups_members" AS c
  LEFT JOIN "budget_line" AS j1
    ON j1."_fact" = c."line"
  LEFT JOIN "unit" AS j2
    ON j2."_case" = c."_case"
  WHERE
    NOT (
      c."_group" IS NULL
    )
  GROUP BY
    c."_group"
)
SELECT
  s."_case" AS "_case",
  s."_fact" AS "_fact",
  s."_id" AS "_id",
  CAST(CASE
    WHEN NOT (
      (
        CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END > 1
      )
      OR (
        NOT (
          CASE
            WHEN NOT (
              CASE
                WHEN (
                  s."members__state" = 'complete'
                ) AND (
                  COALESCE(a1."c2", 0) = 0
                )
                THEN COALESCE(a1."c3", 0)
              END IS NULL
            )
            THEN TRUE
          END
        )
      )
    )
    THEN 'not_applicable'
    WHEN (
      CASE WHEN TRUE THEN COALESCE(a1."c4", 0) END <= CAST(NULL AS BIGINT)
    )
    AND CASE
      WHEN NOT (
        CASE
          WHEN (
            s."members__state" = 'complete'
          ) AND (
            COALESCE(a1."c5", 0) = 0
          )
          THEN COALESCE(a1."c4", 0)
        END IS NULL
      )
      THEN TRUE
    END
    THEN 'pass'
    WHEN (
      (
        (
          CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END > 1
        )
        OR (
          NOT (
            CASE
              WHEN NOT (
                CASE
                  WHEN (
                    s."members__state" = 'complete'
                  ) AND (
                    COALESCE(a1."c2", 0) = 0
                  )
                  THEN COALESCE(a1."c3", 0)
                END IS NULL
              )
              THEN TRUE
            END
          )
        )
      ) IS NULL
    )
    OR (
      (
        (
          CASE WHEN TRUE THEN COALESCE(a1."c4", 0) END <= CAST(NULL AS BIGINT)
        )
        AND CASE
          WHEN NOT (
            CASE
              WHEN (
                s."members__state" = 'complete'
              ) AND (
                COALESCE(a1."c5", 0) = 0
              )
              THEN COALESCE(a1."c4", 0)
            END IS NULL
          )
          THEN TRUE
        END
      ) IS NULL
    )
    THEN 'undetermined'
    WHEN (
      NOT (
        CASE
          WHEN CASE WHEN TRUE THEN COALESCE(a1."c7", 0) END <= (
            CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
          )
          THEN TRUE
          WHEN CASE WHEN TRUE THEN COALESCE(a1."c6", 0) END > (
            CAST(2 AS BIGINT) * CAST(NULL AS BIGINT)
          )
          THEN FALSE
        END
        AND CASE
          WHEN NOT (
            CASE
              WHEN (
                s."members__state" = 'complete'
              ) AND (
                COALESCE(a1."c5", 0) = 0
              )
              THEN COALESCE(a1."c4", 0)
            END IS NULL
          )
          THEN TRUE
        END
      )
    )
    AND (
      (
        CASE WHEN TRUE THEN COALESCE(a1."c1", 0) END > 1
      )
      OR (
        NOT (
          CASE
            WHEN NOT (
              CASE
                WHEN (
                  s."members__state" = 'complete'
                ) AND (
                  COALESCE(a1."c2", 0) = 0
                )
                THEN COALESCE(a1."c3", 0)
              END IS NULL
            )
            THEN TRUE
          END
        )
      )
    )
    THEN 'fail'
    ELSE 'undetermined'
  END AS VARCHAR) AS "contract-splitting",
  CASE WHEN TRUE THEN COALESCE(a1."c4", 0) END AS "contract-splitting amount",
  CAST('high' AS VARCHAR) AS "contract-splitting severity"
FROM "groups" AS s
LEFT JOIN "groups_members_1" AS a1
  ON a1."k1" = s."_fact";

-- stated_figure 
WITH "operand_1" AS (
  SELECT
    c."_owner" AS k1,
    COUNT(
      CASE
        WHEN (
          (
            c."role" = 'base'
          ) IS NULL
        )
        OR (
          (
            c."role" = 'base'
          )
          AND (
            (
              (
                CAST(2 AS BIGINT) * CAST(c."figure" AS DECIMAL(38, 0))
              ) - CAST(c."figure__step" AS DECIMAL(38, 0))
            ) IS NULL
          )
        )
        THEN 1
      END
    ) AS c1,
    SUM(
      CASE
        WHEN c."role" = 'base'
        THEN (
          CAST(2 AS BIGINT) * CAST(c."figure" AS DECIMAL(38, 0))
        ) - CAST(c."figure__step" AS DECIMAL(38, 0))
      END
    ) AS c2,
    SUM(
      CASE
        WHEN c."role" = 'base'
        THEN (
          CAST(2 AS BIGINT) * CAST(c."figure" AS DECIMAL(38, 0))
        ) + CAST(c."figure__step" AS DECIMAL(38, 0))
      END
    ) AS c3,
    COUNT(
      CASE
        WHEN (
          (
            c."role" = 'term'
          ) IS NULL
        )
        OR (
          (
            c."role" = 'term'
          )
          AND (
            (
              (
                CAST(2 AS BIGINT) * CAST(c."figure" AS DECIMAL(38, 0))
              ) - CAST(c."figure__step" AS DECIMAL(38, 0))
            ) IS NULL
          )
        )
        THEN 1
      END
    ) AS c4,
    SUM(
      CASE
        WHEN c."role" = 'term'
        THEN (
          CAST(2 AS BIGINT) * CAST(c."figure" AS DECIMAL(38, 0))
        ) - CAST(c."figure__step" AS DECIMAL(38, 0))
      END
    ) AS c5,
    SUM(
      CASE
        WHEN c."role" = 'term'
        THEN (
          CAST(2 AS BIGINT) * CAST(c."figure" AS DECIMAL(38, 0))
        ) + CAST(c."figure__step" AS DECIMAL(38, 0))
      END
    ) AS c6
  FROM "operand" AS c
  WHERE
    NOT (
      c."_owner" IS NULL
    )
  GROUP BY
    c."_owner"
)
SELECT
  s."_case" AS "_case",
  s."_fact" AS "_fact",
  s."_id" AS "_id",
  CAST(CASE
    WHEN NOT (
      s."kind" = 'growth'
    )
    THEN 'not_applicable'
    WHEN CASE
      WHEN NOT (
        s."rest" IS NULL
      )
      THEN CASE
        WHEN CASE
          WHEN (
            s."operand__state" = 'complete'
          ) AND (
            COALESCE(a2."c1", 0) = 0
          )
          THEN COALESCE(a2."c2", 0)
        END > 0
        THEN (
          CASE
            WHEN (
              (
                (
                  CAST(2 AS BIGINT) * s."change"
                ) - s."change__step"
              ) * CASE
                WHEN (
                  s."operand__state" = 'complete'
                ) AND (
                  COALESCE(a2."c1", 0) = 0
                )
                THEN COALESCE(a2."c2", 0)
              END
            ) <= (
              (
                (
                  CAST(2 AS BIGINT) * s."change"
                ) - s."change__step"
              ) * CASE
                WHEN (
                  s."operand__state" = 'complete'
                ) AND (
                  COALESCE(a2."c1", 0) = 0
                )
                THEN COALESCE(a2."c3", 0)
              END
            )
            THEN (
              (
                CAST(2 AS BIGINT) * s."change"
              ) - s."change__step"
            ) * CASE
              WHEN (
                s."operand__state" = 'complete'
              ) AND (
                COALESCE(a2."c1", 0) = 0
              )
              THEN COALESCE(a2."c2", 0)
            END
            WHEN NOT (
              (
                (
                  (
                    CAST(2 AS BIGINT) * s."change"
                  ) - s."change__step"
                ) * CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c2", 0)
                END
              ) <= (
                (
                  (
                    CAST(2 AS BIGINT) * s."change"
                  ) - s."change__step"
                ) * CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c3", 0)
                END
              )
            )
            THEN (
              (
                CAST(2 AS BIGINT) * s."change"
              ) - s."change__step"
            ) * CASE
              WHEN (
                s."operand__state" = 'complete'
              ) AND (
                COALESCE(a2."c1", 0) = 0
              )
              THEN COALESCE(a2."c3", 0)
            END
          END <= (
            (
              CAST(2 AS BIGINT) * (
                (
                  CAST(2 AS BIGINT) * CAST(s."rest" AS DECIMAL(38, 0))
                ) + CAST(s."rest__step" AS DECIMAL(38, 0))
              )
            ) * CAST(10000000000 AS BIGINT)
          )
        )
        AND (
          (
            (
              CAST(2 AS BIGINT) * (
                (
                  CAST(2 AS BIGINT) * CAST(s."rest" AS DECIMAL(38, 0))
                ) - CAST(s."rest__step" AS DECIMAL(38, 0))
              )
            ) * CAST(10000000000 AS BIGINT)
          ) <= CASE
            WHEN (
              (
                (
                  CAST(2 AS BIGINT) * s."change"
                ) + s."change__step"
              ) * CASE
                WHEN (
                  s."operand__state" = 'complete'
                ) AND (
                  COALESCE(a2."c1", 0) = 0
                )
                THEN COALESCE(a2."c2", 0)
              END
            ) >= (
              (
                (
                  CAST(2 AS BIGINT) * s."change"
                ) + s."change__step"
              ) * CASE
                WHEN (
                  s."operand__state" = 'complete'
                ) AND (
                  COALESCE(a2."c1", 0) = 0
                )
                THEN COALESCE(a2."c3", 0)
              END
            )
            THEN (
              (
                CAST(2 AS BIGINT) * s."change"
              ) + s."change__step"
            ) * CASE
              WHEN (
                s."operand__state" = 'complete'
              ) AND (
                COALESCE(a2."c1", 0) = 0
              )
              THEN COALESCE(a2."c2", 0)
            END
            WHEN NOT (
              (
                (
                  (
                    CAST(2 AS BIGINT) * s."change"
                  ) + s."change__step"
                ) * CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c2", 0)
                END
              ) >= (
                (
                  (
                    CAST(2 AS BIGINT) * s."change"
                  ) + s."change__step"
                ) * CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c3", 0)
                END
              )
            )
            THEN (
              (
                CAST(2 AS BIGINT) * s."change"
              ) + s."change__step"
            ) * CASE
              WHEN (
                s."operand__state" = 'complete'
              ) AND (
                COALESCE(a2."c1", 0) = 0
              )
              THEN COALESCE(a2."c3", 0)
            END
          END
        )
      END
      ELSE (
        (
          (
            CASE
              WHEN CASE
                WHEN (
                  s."operand__state" = 'complete'
                ) AND (
                  COALESCE(a2."c1", 0) = 0
                )
                THEN COALESCE(a2."c2", 0)
              END > 0
              THEN (
                CASE
                  WHEN (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) - s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c2", 0)
                    END
                  ) <= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) - s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c3", 0)
                    END
                  )
                  THEN (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."rate"
                      ) - s."rate__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c2", 0)
                  END
                  WHEN NOT (
                    (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) - s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c2", 0)
                      END
                    ) <= (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) - s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c3", 0)
                      END
                    )
                  )
                  THEN (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."rate"
                      ) - s."rate__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c3", 0)
                  END
                END <= (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c4", 0) = 0
                      )
                      THEN COALESCE(a2."c6", 0)
                    END
                  ) * CAST(10000000000 AS BIGINT)
                )
              )
              AND (
                (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c4", 0) = 0
                      )
                      THEN COALESCE(a2."c5", 0)
                    END
                  ) * CAST(10000000000 AS BIGINT)
                ) <= CASE
                  WHEN (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) + s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c2", 0)
                    END
                  ) >= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) + s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c3", 0)
                    END
                  )
                  THEN (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."rate"
                      ) + s."rate__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c2", 0)
                  END
                  WHEN NOT (
                    (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) + s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c2", 0)
                      END
                    ) >= (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) + s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c3", 0)
                      END
                    )
                  )
                  THEN (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."rate"
                      ) + s."rate__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c3", 0)
                  END
                END
              )
            END
            OR CASE
              WHEN CASE
                WHEN (
                  s."operand__state" = 'complete'
                ) AND (
                  COALESCE(a2."c1", 0) = 0
                )
                THEN COALESCE(a2."c2", 0)
              END > 0
              THEN (
                CASE
                  WHEN (
                    (
                      20000000000 - (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) + s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c2", 0)
                    END
                  ) <= (
                    (
                      20000000000 - (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) + s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c3", 0)
                    END
                  )
                  THEN (
                    20000000000 - (
                      (
                        CAST(2 AS BIGINT) * s."rate"
                      ) + s."rate__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c2", 0)
                  END
                  WHEN NOT (
                    (
                      (
                        20000000000 - (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) + s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c2", 0)
                      END
                    ) <= (
                      (
                        20000000000 - (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) + s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c3", 0)
                      END
                    )
                  )
                  THEN (
                    20000000000 - (
                      (
                        CAST(2 AS BIGINT) * s."rate"
                      ) + s."rate__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c3", 0)
                  END
                END <= (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c4", 0) = 0
                      )
                      THEN COALESCE(a2."c6", 0)
                    END
                  ) * CAST(10000000000 AS BIGINT)
                )
              )
              AND (
                (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c4", 0) = 0
                      )
                      THEN COALESCE(a2."c5", 0)
                    END
                  ) * CAST(10000000000 AS BIGINT)
                ) <= CASE
                  WHEN (
                    (
                      20000000000 - (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) - s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c2", 0)
                    END
                  ) >= (
                    (
                      20000000000 - (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) - s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c3", 0)
                    END
                  )
                  THEN (
                    20000000000 - (
                      (
                        CAST(2 AS BIGINT) * s."rate"
                      ) - s."rate__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c2", 0)
                  END
                  WHEN NOT (
                    (
                      (
                        20000000000 - (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) - s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c2", 0)
                      END
                    ) >= (
                      (
                        20000000000 - (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) - s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c3", 0)
                      END
                    )
                  )
                  THEN (
                    20000000000 - (
                      (
                        CAST(2 AS BIGINT) * s."rate"
                      ) - s."rate__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c3", 0)
                  END
                END
              )
            END
          )
          AND CASE
            WHEN CASE
              WHEN (
                s."operand__state" = 'complete'
              ) AND (
                COALESCE(a2."c1", 0) = 0
              )
              THEN COALESCE(a2."c2", 0)
            END > 0
            THEN (
              CASE
                WHEN (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) - s."change__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c2", 0)
                  END
                ) <= (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) - s."change__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c3", 0)
                  END
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * s."change"
                    ) - s."change__step"
                  )
                ) * CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c2", 0)
                END
                WHEN NOT (
                  (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) - s."change__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c2", 0)
                    END
                  ) <= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) - s."change__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c3", 0)
                    END
                  )
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * s."change"
                    ) - s."change__step"
                  )
                ) * CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c3", 0)
                END
              END <= (
                (
                  CAST(2 AS BIGINT) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c4", 0) = 0
                    )
                    THEN COALESCE(a2."c6", 0)
                  END
                ) * CAST(10000000000 AS BIGINT)
              )
            )
            AND (
              (
                (
                  CAST(2 AS BIGINT) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c4", 0) = 0
                    )
                    THEN COALESCE(a2."c5", 0)
                  END
                ) * CAST(10000000000 AS BIGINT)
              ) <= CASE
                WHEN (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) + s."change__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c2", 0)
                  END
                ) >= (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) + s."change__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c3", 0)
                  END
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * s."change"
                    ) + s."change__step"
                  )
                ) * CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c2", 0)
                END
                WHEN NOT (
                  (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) + s."change__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c2", 0)
                    END
                  ) >= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) + s."change__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c3", 0)
                    END
                  )
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * s."change"
                    ) + s."change__step"
                  )
                ) * CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c3", 0)
                END
              END
            )
          END
        )
        OR (
          (
            (
              NOT (
                s."other_base" IS NULL
              )
            )
            AND (
              NOT (
                (
                  NOT (
                    s."text" IS NULL
                  )
                )
                AND (
                  s."text" ~ '(占|比|较|完成|为|达|到)年初(批复)?预算|年初(批复)?预算数?(的|完成率|执行率)'
                )
              )
            )
          )
          AND CASE
            WHEN (
              (
                CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
              ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
            ) > 0
            THEN (
              CASE
                WHEN (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) - s."change__step"
                    )
                  ) * (
                    (
                      CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                    ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
                  )
                ) <= (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) - s."change__step"
                    )
                  ) * (
                    (
                      CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                    ) + CAST(s."other_base__step" AS DECIMAL(38, 0))
                  )
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * s."change"
                    ) - s."change__step"
                  )
                ) * (
                  (
                    CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                  ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
                )
                WHEN NOT (
                  (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) - s."change__step"
                      )
                    ) * (
                      (
                        CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                      ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
                    )
                  ) <= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) - s."change__step"
                      )
                    ) * (
                      (
                        CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                      ) + CAST(s."other_base__step" AS DECIMAL(38, 0))
                    )
                  )
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * s."change"
                    ) - s."change__step"
                  )
                ) * (
                  (
                    CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                  ) + CAST(s."other_base__step" AS DECIMAL(38, 0))
                )
              END <= (
                (
                  CAST(2 AS BIGINT) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c4", 0) = 0
                    )
                    THEN COALESCE(a2."c6", 0)
                  END
                ) * CAST(10000000000 AS BIGINT)
              )
            )
            AND (
              (
                (
                  CAST(2 AS BIGINT) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c4", 0) = 0
                    )
                    THEN COALESCE(a2."c5", 0)
                  END
                ) * CAST(10000000000 AS BIGINT)
              ) <= CASE
                WHEN (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) + s."change__step"
                    )
                  ) * (
                    (
                      CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                    ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
                  )
                ) >= (
                  (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) + s."change__step"
                    )
                  ) * (
                    (
                      CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                    ) + CAST(s."other_base__step" AS DECIMAL(38, 0))
                  )
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * s."change"
                    ) + s."change__step"
                  )
                ) * (
                  (
                    CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                  ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
                )
                WHEN NOT (
                  (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) + s."change__step"
                      )
                    ) * (
                      (
                        CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                      ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
                    )
                  ) >= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) + s."change__step"
                      )
                    ) * (
                      (
                        CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                      ) + CAST(s."other_base__step" AS DECIMAL(38, 0))
                    )
                  )
                )
                THEN (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * s."change"
                    ) + s."change__step"
                  )
                ) * (
                  (
                    CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                  ) + CAST(s."other_base__step" AS DECIMAL(38, 0))
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
              s."other_base_open" IS NULL
            )
          )
          AND (
            NOT (
              (
                NOT (
                  s."text" IS NULL
                )
              )
              AND (
                s."text" ~ '(占|比|较|完成|为|达|到)年初(批复)?预算|年初(批复)?预算数?(的|完成率|执行率)'
              )
            )
          )
        )
        AND CASE WHEN NOT (
          CAST(s."other_base" AS DECIMAL(38, 0)) IS NULL
        ) THEN TRUE END
      )
    END
    THEN 'pass'
    WHEN (
      (
        s."kind" = 'growth'
      ) IS NULL
    )
    OR (
      CASE
        WHEN NOT (
          s."rest" IS NULL
        )
        THEN CASE
          WHEN CASE
            WHEN (
              s."operand__state" = 'complete'
            ) AND (
              COALESCE(a2."c1", 0) = 0
            )
            THEN COALESCE(a2."c2", 0)
          END > 0
          THEN (
            CASE
              WHEN (
                (
                  (
                    CAST(2 AS BIGINT) * s."change"
                  ) - s."change__step"
                ) * CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c2", 0)
                END
              ) <= (
                (
                  (
                    CAST(2 AS BIGINT) * s."change"
                  ) - s."change__step"
                ) * CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c3", 0)
                END
              )
              THEN (
                (
                  CAST(2 AS BIGINT) * s."change"
                ) - s."change__step"
              ) * CASE
                WHEN (
                  s."operand__state" = 'complete'
                ) AND (
                  COALESCE(a2."c1", 0) = 0
                )
                THEN COALESCE(a2."c2", 0)
              END
              WHEN NOT (
                (
                  (
                    (
                      CAST(2 AS BIGINT) * s."change"
                    ) - s."change__step"
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c2", 0)
                  END
                ) <= (
                  (
                    (
                      CAST(2 AS BIGINT) * s."change"
                    ) - s."change__step"
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c3", 0)
                  END
                )
              )
              THEN (
                (
                  CAST(2 AS BIGINT) * s."change"
                ) - s."change__step"
              ) * CASE
                WHEN (
                  s."operand__state" = 'complete'
                ) AND (
                  COALESCE(a2."c1", 0) = 0
                )
                THEN COALESCE(a2."c3", 0)
              END
            END <= (
              (
                CAST(2 AS BIGINT) * (
                  (
                    CAST(2 AS BIGINT) * CAST(s."rest" AS DECIMAL(38, 0))
                  ) + CAST(s."rest__step" AS DECIMAL(38, 0))
                )
              ) * CAST(10000000000 AS BIGINT)
            )
          )
          AND (
            (
              (
                CAST(2 AS BIGINT) * (
                  (
                    CAST(2 AS BIGINT) * CAST(s."rest" AS DECIMAL(38, 0))
                  ) - CAST(s."rest__step" AS DECIMAL(38, 0))
                )
              ) * CAST(10000000000 AS BIGINT)
            ) <= CASE
              WHEN (
                (
                  (
                    CAST(2 AS BIGINT) * s."change"
                  ) + s."change__step"
                ) * CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c2", 0)
                END
              ) >= (
                (
                  (
                    CAST(2 AS BIGINT) * s."change"
                  ) + s."change__step"
                ) * CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c3", 0)
                END
              )
              THEN (
                (
                  CAST(2 AS BIGINT) * s."change"
                ) + s."change__step"
              ) * CASE
                WHEN (
                  s."operand__state" = 'complete'
                ) AND (
                  COALESCE(a2."c1", 0) = 0
                )
                THEN COALESCE(a2."c2", 0)
              END
              WHEN NOT (
                (
                  (
                    (
                      CAST(2 AS BIGINT) * s."change"
                    ) + s."change__step"
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c2", 0)
                  END
                ) >= (
                  (
                    (
                      CAST(2 AS BIGINT) * s."change"
                    ) + s."change__step"
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c3", 0)
                  END
                )
              )
              THEN (
                (
                  CAST(2 AS BIGINT) * s."change"
                ) + s."change__step"
              ) * CASE
                WHEN (
                  s."operand__state" = 'complete'
                ) AND (
                  COALESCE(a2."c1", 0) = 0
                )
                THEN COALESCE(a2."c3", 0)
              END
            END
          )
        END
        ELSE (
          (
            (
              CASE
                WHEN CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c2", 0)
                END > 0
                THEN (
                  CASE
                    WHEN (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) - s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c2", 0)
                      END
                    ) <= (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) - s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c3", 0)
                      END
                    )
                    THEN (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) - s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c2", 0)
                    END
                    WHEN NOT (
                      (
                        (
                          20000000000 + (
                            (
                              CAST(2 AS BIGINT) * s."rate"
                            ) - s."rate__step"
                          )
                        ) * CASE
                          WHEN (
                            s."operand__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c1", 0) = 0
                          )
                          THEN COALESCE(a2."c2", 0)
                        END
                      ) <= (
                        (
                          20000000000 + (
                            (
                              CAST(2 AS BIGINT) * s."rate"
                            ) - s."rate__step"
                          )
                        ) * CASE
                          WHEN (
                            s."operand__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c1", 0) = 0
                          )
                          THEN COALESCE(a2."c3", 0)
                        END
                      )
                    )
                    THEN (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) - s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c3", 0)
                    END
                  END <= (
                    (
                      CAST(2 AS BIGINT) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c4", 0) = 0
                        )
                        THEN COALESCE(a2."c6", 0)
                      END
                    ) * CAST(10000000000 AS BIGINT)
                  )
                )
                AND (
                  (
                    (
                      CAST(2 AS BIGINT) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c4", 0) = 0
                        )
                        THEN COALESCE(a2."c5", 0)
                      END
                    ) * CAST(10000000000 AS BIGINT)
                  ) <= CASE
                    WHEN (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) + s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c2", 0)
                      END
                    ) >= (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) + s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c3", 0)
                      END
                    )
                    THEN (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) + s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c2", 0)
                    END
                    WHEN NOT (
                      (
                        (
                          20000000000 + (
                            (
                              CAST(2 AS BIGINT) * s."rate"
                            ) + s."rate__step"
                          )
                        ) * CASE
                          WHEN (
                            s."operand__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c1", 0) = 0
                          )
                          THEN COALESCE(a2."c2", 0)
                        END
                      ) >= (
                        (
                          20000000000 + (
                            (
                              CAST(2 AS BIGINT) * s."rate"
                            ) + s."rate__step"
                          )
                        ) * CASE
                          WHEN (
                            s."operand__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c1", 0) = 0
                          )
                          THEN COALESCE(a2."c3", 0)
                        END
                      )
                    )
                    THEN (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) + s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c3", 0)
                    END
                  END
                )
              END
              OR CASE
                WHEN CASE
                  WHEN (
                    s."operand__state" = 'complete'
                  ) AND (
                    COALESCE(a2."c1", 0) = 0
                  )
                  THEN COALESCE(a2."c2", 0)
                END > 0
                THEN (
                  CASE
                    WHEN (
                      (
                        20000000000 - (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) + s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c2", 0)
                      END
                    ) <= (
                      (
                        20000000000 - (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) + s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c3", 0)
                      END
                    )
                    THEN (
                      20000000000 - (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) + s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c2", 0)
                    END
                    WHEN NOT (
                      (
                        (
                          20000000000 - (
                            (
                              CAST(2 AS BIGINT) * s."rate"
                            ) + s."rate__step"
                          )
                        ) * CASE
                          WHEN (
                            s."operand__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c1", 0) = 0
                          )
                          THEN COALESCE(a2."c2", 0)
                        END
                      ) <= (
                        (
                          20000000000 - (
                            (
                              CAST(2 AS BIGINT) * s."rate"
                            ) + s."rate__step"
                          )
                        ) * CASE
                          WHEN (
                            s."operand__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c1", 0) = 0
                          )
                          THEN COALESCE(a2."c3", 0)
                        END
                      )
                    )
                    THEN (
                      20000000000 - (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) + s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c3", 0)
                    END
                  END <= (
                    (
                      CAST(2 AS BIGINT) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c4", 0) = 0
                        )
                        THEN COALESCE(a2."c6", 0)
                      END
                    ) * CAST(10000000000 AS BIGINT)
                  )
                )
                AND (
                  (
                    (
                      CAST(2 AS BIGINT) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c4", 0) = 0
                        )
                        THEN COALESCE(a2."c5", 0)
                      END
                    ) * CAST(10000000000 AS BIGINT)
                  ) <= CASE
                    WHEN (
                      (
                        20000000000 - (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) - s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c2", 0)
                      END
                    ) >= (
                      (
                        20000000000 - (
                          (
                            CAST(2 AS BIGINT) * s."rate"
                          ) - s."rate__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c3", 0)
                      END
                    )
                    THEN (
                      20000000000 - (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) - s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c2", 0)
                    END
                    WHEN NOT (
                      (
                        (
                          20000000000 - (
                            (
                              CAST(2 AS BIGINT) * s."rate"
                            ) - s."rate__step"
                          )
                        ) * CASE
                          WHEN (
                            s."operand__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c1", 0) = 0
                          )
                          THEN COALESCE(a2."c2", 0)
                        END
                      ) >= (
                        (
                          20000000000 - (
                            (
                              CAST(2 AS BIGINT) * s."rate"
                            ) - s."rate__step"
                          )
                        ) * CASE
                          WHEN (
                            s."operand__state" = 'complete'
                          ) AND (
                            COALESCE(a2."c1", 0) = 0
                          )
                          THEN COALESCE(a2."c3", 0)
                        END
                      )
                    )
                    THEN (
                      20000000000 - (
                        (
                          CAST(2 AS BIGINT) * s."rate"
                        ) - s."rate__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c3", 0)
                    END
                  END
                )
              END
            )
            AND CASE
              WHEN CASE
                WHEN (
                  s."operand__state" = 'complete'
                ) AND (
                  COALESCE(a2."c1", 0) = 0
                )
                THEN COALESCE(a2."c2", 0)
              END > 0
              THEN (
                CASE
                  WHEN (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) - s."change__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c2", 0)
                    END
                  ) <= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) - s."change__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c3", 0)
                    END
                  )
                  THEN (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) - s."change__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c2", 0)
                  END
                  WHEN NOT (
                    (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."change"
                          ) - s."change__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c2", 0)
                      END
                    ) <= (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."change"
                          ) - s."change__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c3", 0)
                      END
                    )
                  )
                  THEN (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) - s."change__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c3", 0)
                  END
                END <= (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c4", 0) = 0
                      )
                      THEN COALESCE(a2."c6", 0)
                    END
                  ) * CAST(10000000000 AS BIGINT)
                )
              )
              AND (
                (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c4", 0) = 0
                      )
                      THEN COALESCE(a2."c5", 0)
                    END
                  ) * CAST(10000000000 AS BIGINT)
                ) <= CASE
                  WHEN (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) + s."change__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c2", 0)
                    END
                  ) >= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) + s."change__step"
                      )
                    ) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c1", 0) = 0
                      )
                      THEN COALESCE(a2."c3", 0)
                    END
                  )
                  THEN (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) + s."change__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c2", 0)
                  END
                  WHEN NOT (
                    (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."change"
                          ) + s."change__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c2", 0)
                      END
                    ) >= (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."change"
                          ) + s."change__step"
                        )
                      ) * CASE
                        WHEN (
                          s."operand__state" = 'complete'
                        ) AND (
                          COALESCE(a2."c1", 0) = 0
                        )
                        THEN COALESCE(a2."c3", 0)
                      END
                    )
                  )
                  THEN (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) + s."change__step"
                    )
                  ) * CASE
                    WHEN (
                      s."operand__state" = 'complete'
                    ) AND (
                      COALESCE(a2."c1", 0) = 0
                    )
                    THEN COALESCE(a2."c3", 0)
                  END
                END
              )
            END
          )
          OR (
            (
              (
                NOT (
                  s."other_base" IS NULL
                )
              )
              AND (
                NOT (
                  (
                    NOT (
                      s."text" IS NULL
                    )
                  )
                  AND (
                    s."text" ~ '(占|比|较|完成|为|达|到)年初(批复)?预算|年初(批复)?预算数?(的|完成率|执行率)'
                  )
                )
              )
            )
            AND CASE
              WHEN (
                (
                  CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
              ) > 0
              THEN (
                CASE
                  WHEN (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) - s."change__step"
                      )
                    ) * (
                      (
                        CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                      ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
                    )
                  ) <= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) - s."change__step"
                      )
                    ) * (
                      (
                        CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                      ) + CAST(s."other_base__step" AS DECIMAL(38, 0))
                    )
                  )
                  THEN (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) - s."change__step"
                    )
                  ) * (
                    (
                      CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                    ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
                  )
                  WHEN NOT (
                    (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."change"
                          ) - s."change__step"
                        )
                      ) * (
                        (
                          CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                        ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
                      )
                    ) <= (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."change"
                          ) - s."change__step"
                        )
                      ) * (
                        (
                          CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                        ) + CAST(s."other_base__step" AS DECIMAL(38, 0))
                      )
                    )
                  )
                  THEN (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) - s."change__step"
                    )
                  ) * (
                    (
                      CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                    ) + CAST(s."other_base__step" AS DECIMAL(38, 0))
                  )
                END <= (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c4", 0) = 0
                      )
                      THEN COALESCE(a2."c6", 0)
                    END
                  ) * CAST(10000000000 AS BIGINT)
                )
              )
              AND (
                (
                  (
                    CAST(2 AS BIGINT) * CASE
                      WHEN (
                        s."operand__state" = 'complete'
                      ) AND (
                        COALESCE(a2."c4", 0) = 0
                      )
                      THEN COALESCE(a2."c5", 0)
                    END
                  ) * CAST(10000000000 AS BIGINT)
                ) <= CASE
                  WHEN (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) + s."change__step"
                      )
                    ) * (
                      (
                        CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                      ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
                    )
                  ) >= (
                    (
                      20000000000 + (
                        (
                          CAST(2 AS BIGINT) * s."change"
                        ) + s."change__step"
                      )
                    ) * (
                      (
                        CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                      ) + CAST(s."other_base__step" AS DECIMAL(38, 0))
                    )
                  )
                  THEN (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) + s."change__step"
                    )
                  ) * (
                    (
                      CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                    ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
                  )
                  WHEN NOT (
                    (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."change"
                          ) + s."change__step"
                        )
                      ) * (
                        (
                          CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                        ) - CAST(s."other_base__step" AS DECIMAL(38, 0))
                      )
                    ) >= (
                      (
                        20000000000 + (
                          (
                            CAST(2 AS BIGINT) * s."change"
                          ) + s."change__step"
                        )
                      ) * (
                        (
                          CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                        ) + CAST(s."other_base__step" AS DECIMAL(38, 0))
                      )
                    )
                  )
                  THEN (
                    20000000000 + (
                      (
                        CAST(2 AS BIGINT) * s."change"
                      ) + s."change__step"
                    )
                  ) * (
                    (
                      CAST(2 AS BIGINT) * CAST(s."other_base" AS DECIMAL(38, 0))
                    ) + CAST(s."other_base__step" AS DECIMAL(38, 0))
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
                s."other_base_open" IS NULL
              )
            )
            AND (
              NOT (
                (
                  NOT (
                    s."text" IS NULL
                  )
                )
                AND (
                  s."text" ~ '(占|比|较|完成|为|达|到)年初(批复)?预算|年初(批复)?预算数?(的|完成率|执行率)'
                )
              )
            )
          )
          AND CASE WHEN NOT (
            CAST(s."other_base" AS DECIMAL(38, 0)) IS NULL
          ) THEN TRUE END
        )
      END IS NULL
    )
    THEN 'undetermined'
    ELSE 'fail'
  END AS VARCHAR) AS "stated-growth",
  CAST(NULL AS DECIMAL(38, 0)) AS "stated-growth amount",
  CAST('medium' AS VARCHAR) AS "stated-growth severity"
FROM "stated_figure" AS s
LEFT JOIN "unit" AS j1
  ON j1."_case" = s."_case"
LEFT JOIN "operand_1" AS a2
  ON a2."k1" = s."_fact";
