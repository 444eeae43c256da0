-- budget_line 
WITH `approval_1` AS (
  SELECT
    f0.`_fact` AS k1,
    COUNT(
      CASE
        WHEN (
          (
            (
              CAST(LENGTH(f1.`number`) AS BIGINT) > 0
            )
            AND (
              f1.`date` <= f0.`first_payment_date`
            )
          ) IS NULL
        )
        OR (
          (
            (
              CAST(LENGTH(f1.`number`) AS BIGINT) > 0
            )
            AND (
              f1.`date` <= f0.`first_payment_date`
            )
          )
          AND (
            f1.`amount` IS NULL
          )
        )
        THEN 1
      END
    ) AS c1,
    SUM(
      CAST(CASE
        WHEN (
          CAST(LENGTH(f1.`number`) AS BIGINT) > 0
        )
        AND (
          f1.`date` <= f0.`first_payment_date`
        )
        THEN f1.`amount`
      END AS DECIMAL(38, 0))
    ) AS c2
  FROM `budget_line` AS f0
  JOIN `approval` AS f1
    ON f1.`_owner` = f0.`_fact`
  GROUP BY
    f0.`_fact`
), `review_2` AS (
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
), `budget_line_3` AS (
  SELECT
    c.`parent` AS k1,
    COUNT(
      CASE
        WHEN (
          CAST(c.`actual` AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
        ) > (
          CAST(c.`initial_budget` AS DECIMAL(38, 0)) * CAST(105 AS BIGINT)
        )
        THEN 1
      END
    ) AS c1,
    COUNT(
      CASE
        WHEN (
          (
            CAST(c.`actual` AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
          ) > (
            CAST(c.`initial_budget` AS DECIMAL(38, 0)) * CAST(105 AS BIGINT)
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
              CAST(c.`actual` AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
            ) > (
              CAST(c.`initial_budget` AS DECIMAL(38, 0)) * CAST(105 AS BIGINT)
            )
          ) IS NULL
        )
        OR (
          (
            (
              CAST(c.`actual` AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
            ) > (
              CAST(c.`initial_budget` AS DECIMAL(38, 0)) * CAST(105 AS BIGINT)
            )
          )
          AND (
            (
              c.`actual` - c.`initial_budget`
            ) IS NULL
          )
        )
        THEN 1
      END
    ) AS c3,
    SUM(
      CAST(CASE
        WHEN (
          CAST(c.`actual` AS DECIMAL(38, 0)) * CAST(100 AS BIGINT)
        ) > (
          CAST(c.`initial_budget` AS DECIMAL(38, 0)) * CAST(105 AS BIGINT)
        )
        THEN c.`actual` - c.`initial_budget`
      END AS DECIMAL(38, 0))
    ) AS c4
  FROM `budget_line` AS c
  WHERE
    NOT (
      c.`parent` IS NULL
    )
  GROUP BY
    c.`parent`
), `judged` AS (
  SELECT
    s.`_case` AS `_case`,
    s.`_fact` AS `_fact`,
    s.`_id` AS `_id`,
    CAST(CASE
      WHEN NOT (
        (
          (
            s.`kind` = 'item'
          ) AND (
            s.`actual` > 0
          )
        )
        AND (
          (
            (
              NOT (
                CASE
                  WHEN (
                    NOT (
                      s.`initial_budget` IS NULL
                    )
                  )
                  AND (
                    NOT (
                      COALESCE(LOCATE(' initial_budget ', s.`_derived`), 0) > 0
                    )
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' initial_budget ', s.`_none`), 0) > 0
                  THEN FALSE
                  WHEN (
                    j1.`_read` = 'whole'
                  )
                  OR (
                    COALESCE(LOCATE(' initial_budget ', s.`_hidden`), 0) > 0
                  )
                  THEN FALSE
                END
              )
            )
            OR (
              s.`initial_budget` = 0
            )
          )
          OR (
            (
              CASE
                WHEN s.`initial_budget` > 0
                THEN s.`actual`
                WHEN s.`initial_budget` < 0
                THEN -s.`actual`
              END * CAST(20 AS BIGINT)
            ) > (
              CAST(21 AS BIGINT) * CASE
                WHEN s.`initial_budget` > 0
                THEN s.`initial_budget`
                WHEN s.`initial_budget` < 0
                THEN -s.`initial_budget`
              END
            )
          )
        )
      )
      THEN 'not_applicable'
      WHEN CASE
        WHEN (
          s.`approval__state` = 'complete'
        ) AND (
          COALESCE(a2.`c1`, 0) = 0
        )
        THEN COALESCE(a2.`c2`, 0)
      END >= CASE
        WHEN CASE
          WHEN (
            NOT (
              s.`initial_budget` IS NULL
            )
          )
          AND (
            NOT (
              COALESCE(LOCATE(' initial_budget ', s.`_derived`), 0) > 0
            )
          )
          THEN TRUE
          WHEN COALESCE(LOCATE(' initial_budget ', s.`_none`), 0) > 0
          THEN FALSE
          WHEN (
            j1.`_read` = 'whole'
          )
          OR (
            COALESCE(LOCATE(' initial_budget ', s.`_hidden`), 0) > 0
          )
          THEN FALSE
        END
        THEN s.`actual` - s.`initial_budget`
        WHEN NOT (
          CASE
            WHEN (
              NOT (
                s.`initial_budget` IS NULL
              )
            )
            AND (
              NOT (
                COALESCE(LOCATE(' initial_budget ', s.`_derived`), 0) > 0
              )
            )
            THEN TRUE
            WHEN COALESCE(LOCATE(' initial_budget ', s.`_none`), 0) > 0
            THEN FALSE
            WHEN (
              j1.`_read` = 'whole'
            )
            OR (
              COALESCE(LOCATE(' initial_budget ', s.`_hidden`), 0) > 0
            )
            THEN FALSE
          END
        )
        THEN s.`actual`
      END
      THEN 'pass'
      WHEN (
        (
          (
            (
              s.`kind` = 'item'
            ) AND (
              s.`actual` > 0
            )
          )
          AND (
            (
              (
                NOT (
                  CASE
                    WHEN (
                      NOT (
                        s.`initial_budget` IS NULL
                      )
                    )
                    AND (
                      NOT (
                        COALESCE(LOCATE(' initial_budget ', s.`_derived`), 0) > 0
                      )
                    )
                    THEN TRUE
                    WHEN COALESCE(LOCATE(' initial_budget ', s.`_none`), 0) > 0
                    THEN FALSE
                    WHEN (
                      j1.`_read` = 'whole'
                    )
                    OR (
                      COALESCE(LOCATE(' initial_budget ', s.`_hidden`), 0) > 0
                    )
                    THEN FALSE
                  END
                )
              )
              OR (
                s.`initial_budget` = 0
              )
            )
            OR (
              (
                CASE
                  WHEN s.`initial_budget` > 0
                  THEN s.`actual`
                  WHEN s.`initial_budget` < 0
                  THEN -s.`actual`
                END * CAST(20 AS BIGINT)
              ) > (
                CAST(21 AS BIGINT) * CASE
                  WHEN s.`initial_budget` > 0
                  THEN s.`initial_budget`
                  WHEN s.`initial_budget` < 0
                  THEN -s.`initial_budget`
                END
              )
            )
          )
        ) IS NULL
      )
      OR (
        (
          CASE
            WHEN (
              s.`approval__state` = 'complete'
            ) AND (
              COALESCE(a2.`c1`, 0) = 0
            )
            THEN COALESCE(a2.`c2`, 0)
          END IS NULL
        )
        OR (
          CASE
            WHEN CASE
              WHEN (
                NOT (
                  s.`initial_budget` IS NULL
                )
              )
              AND (
                NOT (
                  COALESCE(LOCATE(' initial_budget ', s.`_derived`), 0) > 0
                )
              )
              THEN TRUE
              WHEN COALESCE(LOCATE(' initial_budget ', s.`_none`), 0) > 0
              THEN FALSE
              WHEN (
                j1.`_read` = 'whole'
              )
              OR (
                COALESCE(LOCATE(' initial_budget ', s.`_hidden`), 0) > 0
              )
              THEN FALSE
            END
            THEN s.`actual` - s.`initial_budget`
            WHEN NOT (
              CASE
                WHEN (
                  NOT (
                    s.`initial_budget` IS NULL
                  )
                )
                AND (
                  NOT (
                    COALESCE(LOCATE(' initial_budget ', s.`_derived`), 0) > 0
                  )
                )
                THEN TRUE
                WHEN COALESCE(LOCATE(' initial_budget ', s.`_none`), 0) > 0
                THEN FALSE
                WHEN (
                  j1.`_read` = 'whole'
                )
                OR (
                  COALESCE(LOCATE(' initial_budget ', s.`_hidden`), 0) > 0
                )
                THEN FALSE
              END
            )
            THEN s.`actual`
          END IS NULL
        )
      )
      THEN 'undetermined'
      ELSE 'fail'
    END AS STRING) AS `addition-approved`,
    CAST(CASE
      WHEN CASE
        WHEN (
          NOT (
            s.`initial_budget` IS NULL
          )
        )
        AND (
          NOT (
            COALESCE(LOCATE(' initial_budget ', s.`_derived`), 0) > 0
          )
        )
        THEN TRUE
        WHEN COALESCE(LOCATE(' initial_budget ', s.`_none`), 0) > 0
        THEN FALSE
        WHEN (
          j1.`_read` = 'whole'
        )
        OR (
          COALESCE(LOCATE(' initial_budget ', s.`_hidden`), 0) > 0
        )
        THEN FALSE
      END
      THEN s.`actual` - s.`initial_budget`
      WHEN NOT (
        CASE
          WHEN (
            NOT (
              s.`initial_budget` IS NULL
            )
          )
          AND (
            NOT (
              COALESCE(LOCATE(' initial_budget ', s.`_derived`), 0) > 0
            )
          )
          THEN TRUE
          WHEN COALESCE(LOCATE(' initial_budget ', s.`_none`), 0) > 0
          THEN FALSE
          WHEN (
            j1.`_read` = 'whole'
          )
          OR (
            COALESCE(LOCATE(' initial_budget ', s.`_hidden`), 0) > 0
          )
          THEN FALSE
        END
      )
      THEN s.`actual`
    END AS DECIMAL(38, 0)) AS `addition-approved amount`,
    CAST('high' AS STRING) AS `addition-approved severity`,
    CAST(CASE
      WHEN NOT (
        (
          (
            s.`kind` = 'basic'
          ) OR (
            s.`kind` = 'item'
          )
        )
        AND (
          (
            (
              s.`initial_budget` = 0
            ) AND (
              s.`actual` > 0
            )
          )
          OR (
            (
              s.`initial_budget` <> 0
            )
            AND (
              (
                (
                  CASE
                    WHEN s.`initial_budget` > 0
                    THEN s.`actual`
                    WHEN s.`initial_budget` < 0
                    THEN -s.`actual`
                  END * CAST(20 AS BIGINT)
                ) > (
                  CAST(21 AS BIGINT) * CASE
                    WHEN s.`initial_budget` > 0
                    THEN s.`initial_budget`
                    WHEN s.`initial_budget` < 0
                    THEN -s.`initial_budget`
                  END
                )
              )
              OR (
                (
                  CASE
                    WHEN s.`initial_budget` > 0
                    THEN s.`actual`
                    WHEN s.`initial_budget` < 0
                    THEN -s.`actual`
                  END * CAST(10 AS BIGINT)
                ) < (
                  CAST(9 AS BIGINT) * CASE
                    WHEN s.`initial_budget` > 0
                    THEN s.`initial_budget`
                    WHEN s.`initial_budget` < 0
                    THEN -s.`initial_budget`
                  END
                )
              )
            )
          )
        )
      )
      THEN 'not_applicable'
      WHEN CASE
        WHEN NOT (
          s.`deviation_reason` IS NULL
        )
        THEN TRUE
        WHEN COALESCE(LOCATE(' deviation_reason ', s.`_none`), 0) > 0
        THEN FALSE
        WHEN (
          j1.`_read` = 'whole'
        )
        OR (
          COALESCE(LOCATE(' deviation_reason ', s.`_hidden`), 0) > 0
        )
        THEN FALSE
      END
      AND (
        (
          NOT (
            CASE
              WHEN NOT (
                s.`deviation_reason` IS NULL
              )
              THEN (
                (
                  (
                    LOCATE('据实结算', s.`deviation_reason`) > 0
                  )
                  OR (
                    LOCATE('据实支付', s.`deviation_reason`) > 0
                  )
                )
                OR (
                  LOCATE('专款专用', s.`deviation_reason`) > 0
                )
              )
              OR (
                LOCATE('工作需要', s.`deviation_reason`) > 0
              )
            END
          )
        )
        OR (
          (
            CAST(LENGTH(s.`deviation_reason`) AS BIGINT) > 20
          )
          AND (
            s.`deviation_reason` RLIKE '[0-9]'
          )
        )
      )
      THEN 'pass'
      WHEN (
        (
          (
            (
              s.`kind` = 'basic'
            ) OR (
              s.`kind` = 'item'
            )
          )
          AND (
            (
              (
                s.`initial_budget` = 0
              ) AND (
                s.`actual` > 0
              )
            )
            OR (
              (
                s.`initial_budget` <> 0
              )
              AND (
                (
                  (
                    CASE
                      WHEN s.`initial_budget` > 0
                      THEN s.`actual`
                      WHEN s.`initial_budget` < 0
                      THEN -s.`actual`
                    END * CAST(20 AS BIGINT)
                  ) > (
                    CAST(21 AS BIGINT) * CASE
                      WHEN s.`initial_budget` > 0
                      THEN s.`initial_budget`
                      WHEN s.`initial_budget` < 0
                      THEN -s.`initial_budget`
                    END
                  )
                )
                OR (
                  (
                    CASE
                      WHEN s.`initial_budget` > 0
                      THEN s.`actual`
                      WHEN s.`initial_budget` < 0
                      THEN -s.`actual`
                    END * CAST(10 AS BIGINT)
                  ) < (
                    CAST(9 AS BIGINT) * CASE
                      WHEN s.`initial_budget` > 0
                      THEN s.`initial_budget`
                      WHEN s.`initial_budget` < 0
                      THEN -s.`initial_budget`
                    END
                  )
                )
              )
            )
          )
        ) IS NULL
      )
      OR (
        (
          CASE
            WHEN NOT (
              s.`deviation_reason` IS NULL
            )
            THEN TRUE
            WHEN COALESCE(LOCATE(' deviation_reason ', s.`_none`), 0) > 0
            THEN FALSE
            WHEN (
              j1.`_read` = 'whole'
            )
            OR (
              COALESCE(LOCATE(' deviation_reason ', s.`_hidden`), 0) > 0
            )
            THEN FALSE
          END
          AND (
            (
              NOT (
                CASE
                  WHEN NOT (
                    s.`deviation_reason` IS NULL
                  )
                  THEN (
                    (
                      (
                        LOCATE('据实结算', s.`deviation_reason`) > 0
                      )
                      OR (
                        LOCATE('据实支付', s.`deviation_reason`) > 0
                      )
                    )
                    OR (
                      LOCATE('专款专用', s.`deviation_reason`) > 0
                    )
                  )
                  OR (
                    LOCATE('工作需要', s.`deviation_reason`) > 0
                  )
                END
              )
            )
            OR (
              (
                CAST(LENGTH(s.`deviation_reason`) AS BIGINT) > 20
              )
              AND (
                s.`deviation_reason` RLIKE '[0-9]'
              )
            )
          )
        ) IS NULL
      )
      THEN 'undetermined'
      ELSE 'fail'
    END AS STRING) AS `deviation-explained`,
    CAST(NULL AS DECIMAL(38, 0)) AS `deviation-explained amount`,
    CAST('low' AS STRING) AS `deviation-explained severity`,
    CAST(CASE
      WHEN NOT (
        (
          (
            s.`kind` = 'item'
          ) AND s.`is_it`
        ) AND (
          s.`cost` > 200000000
        )
      )
      THEN 'not_applicable'
      WHEN CASE
        WHEN a3.`c1` > 0
        THEN TRUE
        WHEN (
          s.`review__state` = 'complete'
        ) AND (
          COALESCE(a3.`c2`, 0) = 0
        )
        THEN FALSE
      END
      THEN 'pass'
      WHEN (
        (
          (
            (
              s.`kind` = 'item'
            ) AND s.`is_it`
          ) AND (
            s.`cost` > 200000000
          )
        ) IS NULL
      )
      OR (
        CASE
          WHEN a3.`c1` > 0
          THEN TRUE
          WHEN (
            s.`review__state` = 'complete'
          ) AND (
            COALESCE(a3.`c2`, 0) = 0
          )
          THEN FALSE
        END IS NULL
      )
      THEN 'undetermined'
      ELSE 'fail'
    END AS STRING) AS `it-project-second-review`,
    CAST(s.`cost` AS DECIMAL(38, 0)) AS `it-project-second-review amount`,
    CAST('medium' AS STRING) AS `it-project-second-review severity`,
    CAST(CASE
      WHEN NOT (
        (
          (
            s.`kind` = 'total'
          ) OR (
            s.`kind` = 'project'
          )
        )
        AND CASE
          WHEN a4.`c1` > 0
          THEN TRUE
          WHEN (
            s.`sub_line__state` = 'complete'
          ) AND (
            COALESCE(a4.`c2`, 0) = 0
          )
          THEN FALSE
        END
      )
      THEN 'not_applicable'
      WHEN s.`actual` > s.`initial_budget`
      THEN 'pass'
      WHEN (
        (
          (
            (
              s.`kind` = 'total'
            ) OR (
              s.`kind` = 'project'
            )
          )
          AND CASE
            WHEN a4.`c1` > 0
            THEN TRUE
            WHEN (
              s.`sub_line__state` = 'complete'
            ) AND (
              COALESCE(a4.`c2`, 0) = 0
            )
            THEN FALSE
          END
        ) IS NULL
      )
      OR (
        (
          s.`actual` IS NULL
        ) OR (
          s.`initial_budget` IS NULL
        )
      )
      THEN 'undetermined'
      ELSE 'fail'
    END AS STRING) AS `overrun-hidden-in-total`,
    CASE
      WHEN (
        s.`sub_line__state` = 'complete'
      ) AND (
        COALESCE(a4.`c3`, 0) = 0
      )
      THEN COALESCE(a4.`c4`, 0)
    END AS `overrun-hidden-in-total amount`,
    CAST('medium' AS STRING) AS `overrun-hidden-in-total severity`,
    s.`parent` AS `_up`,
    s.`sub_line__state` AS `_parts`
  FROM `budget_line` AS s
  LEFT JOIN `unit` AS j1
    ON j1.`_case` = s.`_case`
  LEFT JOIN `approval_1` AS a2
    ON a2.`k1` = s.`_fact`
  LEFT JOIN `review_2` AS a3
    ON a3.`k1` = s.`_fact`
  LEFT JOIN `budget_line_3` AS a4
    ON a4.`k1` = s.`_fact`
), `parts` AS (
  SELECT
    p.`_up` AS `_up`,
    CASE
      WHEN COUNT(*) = COUNT(p.`addition-approved amount`)
      THEN SUM(p.`addition-approved amount`)
    END AS `addition-approved amount`,
    CASE
      WHEN COUNT(*) = COUNT(p.`it-project-second-review amount`)
      THEN SUM(p.`it-project-second-review amount`)
    END AS `it-project-second-review amount`,
    CASE
      WHEN COUNT(*) = COUNT(p.`overrun-hidden-in-total amount`)
      THEN SUM(p.`overrun-hidden-in-total amount`)
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
SELECT
  s.`_case` AS `_case`,
  s.`_fact` AS `_fact`,
  s.`_id` AS `_id`,
  CAST(CASE
    WHEN NOT (
      CASE
        WHEN s.`sign_date` IS NULL
        THEN TRUE
        WHEN NOT (
          s.`sign_date` IS NULL
        )
        THEN TRUE
      END
    )
    THEN 'not_applicable'
    WHEN NOT (
      (
        (
          s.`category` = 'goods'
        ) OR (
          s.`category` = 'services'
        )
      )
      AND (
        s.`amount` >= CASE
          WHEN s.`sign_date` IS NULL
          THEN CAST(NULL AS BIGINT)
          WHEN s.`sign_date` < CAST('2020-01-01' AS DATE)
          THEN CAST(NULL AS BIGINT)
          WHEN s.`sign_date` < CAST('2021-01-01' AS DATE)
          THEN CAST(NULL AS BIGINT)
          WHEN s.`sign_date` < CAST('2022-01-01' AS DATE)
          THEN CAST(200000000 AS BIGINT)
          WHEN s.`sign_date` < CAST('2025-01-01' AS DATE)
          THEN CAST(NULL AS BIGINT)
          WHEN s.`sign_date` < CAST('2026-01-01' AS DATE)
          THEN CAST(200000000 AS BIGINT)
          WHEN NOT (
            s.`sign_date` IS NULL
          )
          THEN CAST(NULL AS BIGINT)
        END
      )
    )
    THEN 'not_applicable'
    WHEN CASE
      WHEN NOT (
        s.`method_approval` IS NULL
      )
      THEN TRUE
      WHEN COALESCE(LOCATE(' method_approval ', s.`_none`), 0) > 0
      THEN FALSE
      WHEN (
        j1.`_read` = 'whole'
      )
      OR (
        COALESCE(LOCATE(' method_approval ', s.`_hidden`), 0) > 0
      )
      THEN FALSE
    END
    AND (
      s.`method_approval_date` <= s.`start_date`
    )
    THEN 'not_applicable'
    WHEN s.`method` = 'open_tender'
    THEN 'pass'
    WHEN (
      (
        (
          CASE
            WHEN s.`sign_date` IS NULL
            THEN TRUE
            WHEN NOT (
              s.`sign_date` IS NULL
            )
            THEN TRUE
          END IS NULL
        )
        OR (
          (
            (
              (
                s.`category` = 'goods'
              ) OR (
                s.`category` = 'services'
              )
            )
            AND (
              s.`amount` >= CASE
                WHEN s.`sign_date` IS NULL
                THEN CAST(NULL AS BIGINT)
                WHEN s.`sign_date` < CAST('2020-01-01' AS DATE)
                THEN CAST(NULL AS BIGINT)
                WHEN s.`sign_date` < CAST('2021-01-01' AS DATE)
                THEN CAST(NULL AS BIGINT)
                WHEN s.`sign_date` < CAST('2022-01-01' AS DATE)
                THEN CAST(200000000 AS BIGINT)
                WHEN s.`sign_date` < CAST('2025-01-01' AS DATE)
                THEN CAST(NULL AS BIGINT)
                WHEN s.`sign_date` < CAST('2026-01-01' AS DATE)
                THEN CAST(200000000 AS BIGINT)
                WHEN NOT (
                  s.`sign_date` IS NULL
                )
                THEN CAST(NULL AS BIGINT)
              END
            )
          ) IS NULL
        )
      )
      OR (
        (
          CASE
            WHEN NOT (
              s.`method_approval` IS NULL
            )
            THEN TRUE
            WHEN COALESCE(LOCATE(' method_approval ', s.`_none`), 0) > 0
            THEN FALSE
            WHEN (
              j1.`_read` = 'whole'
            )
            OR (
              COALESCE(LOCATE(' method_approval ', s.`_hidden`), 0) > 0
            )
            THEN FALSE
          END
          AND (
            s.`method_approval_date` <= s.`start_date`
          )
        ) IS NULL
      )
    )
    OR (
      (
        s.`method` = 'open_tender'
      ) IS NULL
    )
    THEN 'undetermined'
    ELSE 'fail'
  END AS STRING) AS `open-tender-threshold`,
  CAST(s.`amount` AS DECIMAL(38, 0)) AS `open-tender-threshold amount`,
  CAST('high' AS STRING) AS `open-tender-threshold severity`
FROM `contract` AS s
LEFT JOIN `unit` AS j1
  ON j1.`_case` = s.`_case`;

-- contract line catalogue_item
WITH `groups_own` AS (
  SELECT
    c.`_case` AS `_case`,
    MIN(c.`_fact`) AS `_fact`,
    c.`line` AS `line`,
    c.`catalogue_item` AS `catalogue_item`,
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
    c.`catalogue_item`
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
        ) OR (
          c.`catalogue_item` = g.`catalogue_item`
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
      c.`catalogue_item` = g.`catalogue_item`
    )
), `groups_members_1` AS (
  SELECT
    c.`_group` AS k1,
    COUNT(
      CASE
        WHEN (
          (
            c.`method` <> 'open_tender'
          ) AND (
            c.`category` <> 'works'
          )
        ) IS NULL
        THEN 1
      END
    ) AS c1,
    COUNT(
      CASE
        WHEN (
          c.`method` <> 'open_tender'
        ) AND (
          c.`category` <> 'works'
        )
        THEN 1
      END
    ) AS c2,
    COUNT(
      CASE
        WHEN (
          (
            (
              (
                c.`method` <> 'open_tender'
              ) AND (
                c.`category` <> 'works'
              )
            )
            AND (
              NOT (
                CASE
                  WHEN NOT (
                    c.`method_approval` IS NULL
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' method_approval ', c.`_none`), 0) > 0
                  THEN FALSE
                  WHEN (
                    j1.`_read` = 'whole'
                  )
                  OR (
                    COALESCE(LOCATE(' method_approval ', c.`_hidden`), 0) > 0
                  )
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
                c.`method` <> 'open_tender'
              ) AND (
                c.`category` <> 'works'
              )
            )
            AND (
              NOT (
                CASE
                  WHEN NOT (
                    c.`method_approval` IS NULL
                  )
                  THEN TRUE
                  WHEN COALESCE(LOCATE(' method_approval ', c.`_none`), 0) > 0
                  THEN FALSE
                  WHEN (
                    j1.`_read` = 'whole'
                  )
                  OR (
                    COALESCE(LOCATE(' method_approval ', c.`_hidden`), 0) > 0
                  )
                  THEN FALSE
                END
              )
            )
          )
          AND (
            c.`amount` IS NULL
          )
        )
        THEN 1
      END
    ) AS c3,
    SUM(
      CAST(CASE
        WHEN (
          (
            c.`method` <> 'open_tender'
          ) AND (
            c.`category` <> 'works'
          )
        )
        AND (
          NOT (
            CASE
              WHEN NOT (
                c.`method_approval` IS NULL
              )
              THEN TRUE
              WHEN COALESCE(LOCATE(' method_approval ', c.`_none`), 0) > 0
              THEN FALSE
              WHEN (
                j1.`_read` = 'whole'
              )
              OR (
                COALESCE(LOCATE(' method_approval ', c.`_hidden`), 0) > 0
              )
              THEN FALSE
            END
          )
        )
        THEN c.`amount`
      END AS DECIMAL(38, 0))
    ) AS c4
  FROM `groups_members` AS c
  LEFT JOIN `unit` AS j1
    ON j1.`_case` = c.`_case`
  WHERE
    NOT (
      c.`_group` IS NULL
    )
  GROUP BY
    c.`_group`
)
SELECT
  s.`_case` AS `_case`,
  s.`_fact` AS `_fact`,
  s.`_id` AS `_id`,
  CAST(CASE
    WHEN NOT (
      CASE
        WHEN (
          s.`members__state` = 'complete'
        ) AND (
          COALESCE(a1.`c1`, 0) = 0
        )
        THEN COALESCE(a1.`c2`, 0)
      END > 1
    )
    THEN 'not_applicable'
    WHEN CASE
      WHEN (
        s.`members__state` = 'complete'
      ) AND (
        COALESCE(a1.`c3`, 0) = 0
      )
      THEN COALESCE(a1.`c4`, 0)
    END <= CAST(NULL AS BIGINT)
    THEN 'pass'
    WHEN (
      CASE
        WHEN (
          s.`members__state` = 'complete'
        ) AND (
          COALESCE(a1.`c1`, 0) = 0
        )
        THEN COALESCE(a1.`c2`, 0)
      END IS NULL
    )
    OR (
      (
        CASE
          WHEN (
            s.`members__state` = 'complete'
          ) AND (
            COALESCE(a1.`c3`, 0) = 0
          )
          THEN COALESCE(a1.`c4`, 0)
        END IS NULL
      )
      OR (
        CAST(NULL AS BIGINT) IS NULL
      )
    )
    THEN 'undetermined'
    ELSE 'fail'
  END AS STRING) AS `contract-splitting`,
  CASE
    WHEN (
      s.`members__state` = 'complete'
    ) AND (
      COALESCE(a1.`c3`, 0) = 0
    )
    THEN COALESCE(a1.`c4`, 0)
  END AS `contract-splitting amount`,
  CAST('high' AS STRING) AS `contract-splitting severity`
FROM `groups` AS s
LEFT JOIN `groups_members_1` AS a1
  ON a1.`k1` = s.`_fact`;

-- stated_figure 
WITH `operand_1` AS (
  SELECT
    c.`_owner` AS k1,
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
    ) AS c1,
    SUM(
      CASE
        WHEN c.`role` = 'term'
        THEN (
          CAST(2 AS BIGINT) * CAST(c.`figure` AS DECIMAL(38, 0))
        ) - CAST(c.`figure__step` AS DECIMAL(38, 0))
      END
    ) AS c2,
    SUM(
      CASE
        WHEN c.`role` = 'term'
        THEN (
          CAST(2 AS BIGINT) * CAST(c.`figure` AS DECIMAL(38, 0))
        ) + CAST(c.`figure__step` AS DECIMAL(38, 0))
      END
    ) AS c3,
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
    ) AS c4,
    SUM(
      CASE
        WHEN c.`role` = 'base'
        THEN (
          CAST(2 AS BIGINT) * CAST(c.`figure` AS DECIMAL(38, 0))
        ) - CAST(c.`figure__step` AS DECIMAL(38, 0))
      END
    ) AS c5,
    SUM(
      CASE
        WHEN c.`role` = 'base'
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
  s.`_case` AS `_case`,
  s.`_fact` AS `_fact`,
  s.`_id` AS `_id`,
  CAST(CASE
    WHEN NOT (
      s.`kind` = 'growth'
    )
    THEN 'not_applicable'
    WHEN CASE
      WHEN CASE
        WHEN (
          s.`operand__state` = 'complete'
        ) AND (
          COALESCE(a1.`c4`, 0) = 0
        )
        THEN COALESCE(a1.`c5`, 0)
      END > 0
      THEN (
        CASE
          WHEN (
            (
              20000000000 + (
                (
                  CAST(2 AS BIGINT) * s.`rate`
                ) - s.`rate__step`
              )
            ) * CASE
              WHEN (
                s.`operand__state` = 'complete'
              ) AND (
                COALESCE(a1.`c4`, 0) = 0
              )
              THEN COALESCE(a1.`c5`, 0)
            END
          ) <= (
            (
              20000000000 + (
                (
                  CAST(2 AS BIGINT) * s.`rate`
                ) - s.`rate__step`
              )
            ) * CASE
              WHEN (
                s.`operand__state` = 'complete'
              ) AND (
                COALESCE(a1.`c4`, 0) = 0
              )
              THEN COALESCE(a1.`c6`, 0)
            END
          )
          THEN (
            20000000000 + (
              (
                CAST(2 AS BIGINT) * s.`rate`
              ) - s.`rate__step`
            )
          ) * CASE
            WHEN (
              s.`operand__state` = 'complete'
            ) AND (
              COALESCE(a1.`c4`, 0) = 0
            )
            THEN COALESCE(a1.`c5`, 0)
          END
          WHEN NOT (
            (
              (
                20000000000 + (
                  (
                    CAST(2 AS BIGINT) * s.`rate`
                  ) - s.`rate__step`
                )
              ) * CASE
                WHEN (
                  s.`operand__state` = 'complete'
                ) AND (
                  COALESCE(a1.`c4`, 0) = 0
                )
                THEN COALESCE(a1.`c5`, 0)
              END
            ) <= (
              (
                20000000000 + (
                  (
                    CAST(2 AS BIGINT) * s.`rate`
                  ) - s.`rate__step`
                )
              ) * CASE
                WHEN (
                  s.`operand__state` = 'complete'
                ) AND (
                  COALESCE(a1.`c4`, 0) = 0
                )
                THEN COALESCE(a1.`c6`, 0)
              END
            )
          )
          THEN (
            20000000000 + (
              (
                CAST(2 AS BIGINT) * s.`rate`
              ) - s.`rate__step`
            )
          ) * CASE
            WHEN (
              s.`operand__state` = 'complete'
            ) AND (
              COALESCE(a1.`c4`, 0) = 0
            )
            THEN COALESCE(a1.`c6`, 0)
          END
        END <= (
          (
            CAST(2 AS BIGINT) * CASE
              WHEN (
                s.`operand__state` = 'complete'
              ) AND (
                COALESCE(a1.`c1`, 0) = 0
              )
              THEN COALESCE(a1.`c3`, 0)
            END
          ) * CAST(10000000000 AS BIGINT)
        )
      )
      AND (
        (
          (
            CAST(2 AS BIGINT) * CASE
              WHEN (
                s.`operand__state` = 'complete'
              ) AND (
                COALESCE(a1.`c1`, 0) = 0
              )
              THEN COALESCE(a1.`c2`, 0)
            END
          ) * CAST(10000000000 AS BIGINT)
        ) <= CASE
          WHEN (
            (
              20000000000 + (
                (
                  CAST(2 AS BIGINT) * s.`rate`
                ) + s.`rate__step`
              )
            ) * CASE
              WHEN (
                s.`operand__state` = 'complete'
              ) AND (
                COALESCE(a1.`c4`, 0) = 0
              )
              THEN COALESCE(a1.`c5`, 0)
            END
          ) >= (
            (
              20000000000 + (
                (
                  CAST(2 AS BIGINT) * s.`rate`
                ) + s.`rate__step`
              )
            ) * CASE
              WHEN (
                s.`operand__state` = 'complete'
              ) AND (
                COALESCE(a1.`c4`, 0) = 0
              )
              THEN COALESCE(a1.`c6`, 0)
            END
          )
          THEN (
            20000000000 + (
              (
                CAST(2 AS BIGINT) * s.`rate`
              ) + s.`rate__step`
            )
          ) * CASE
            WHEN (
              s.`operand__state` = 'complete'
            ) AND (
              COALESCE(a1.`c4`, 0) = 0
            )
            THEN COALESCE(a1.`c5`, 0)
          END
          WHEN NOT (
            (
              (
                20000000000 + (
                  (
                    CAST(2 AS BIGINT) * s.`rate`
                  ) + s.`rate__step`
                )
              ) * CASE
                WHEN (
                  s.`operand__state` = 'complete'
                ) AND (
                  COALESCE(a1.`c4`, 0) = 0
                )
                THEN COALESCE(a1.`c5`, 0)
              END
            ) >= (
              (
                20000000000 + (
                  (
                    CAST(2 AS BIGINT) * s.`rate`
                  ) + s.`rate__step`
                )
              ) * CASE
                WHEN (
                  s.`operand__state` = 'complete'
                ) AND (
                  COALESCE(a1.`c4`, 0) = 0
                )
                THEN COALESCE(a1.`c6`, 0)
              END
            )
          )
          THEN (
            20000000000 + (
              (
                CAST(2 AS BIGINT) * s.`rate`
              ) + s.`rate__step`
            )
          ) * CASE
            WHEN (
              s.`operand__state` = 'complete'
            ) AND (
              COALESCE(a1.`c4`, 0) = 0
            )
            THEN COALESCE(a1.`c6`, 0)
          END
        END
      )
    END
    THEN 'pass'
    WHEN (
      (
        s.`kind` = 'growth'
      ) IS NULL
    )
    OR (
      CASE
        WHEN CASE
          WHEN (
            s.`operand__state` = 'complete'
          ) AND (
            COALESCE(a1.`c4`, 0) = 0
          )
          THEN COALESCE(a1.`c5`, 0)
        END > 0
        THEN (
          CASE
            WHEN (
              (
                20000000000 + (
                  (
                    CAST(2 AS BIGINT) * s.`rate`
                  ) - s.`rate__step`
                )
              ) * CASE
                WHEN (
                  s.`operand__state` = 'complete'
                ) AND (
                  COALESCE(a1.`c4`, 0) = 0
                )
                THEN COALESCE(a1.`c5`, 0)
              END
            ) <= (
              (
                20000000000 + (
                  (
                    CAST(2 AS BIGINT) * s.`rate`
                  ) - s.`rate__step`
                )
              ) * CASE
                WHEN (
                  s.`operand__state` = 'complete'
                ) AND (
                  COALESCE(a1.`c4`, 0) = 0
                )
                THEN COALESCE(a1.`c6`, 0)
              END
            )
            THEN (
              20000000000 + (
                (
                  CAST(2 AS BIGINT) * s.`rate`
                ) - s.`rate__step`
              )
            ) * CASE
              WHEN (
                s.`operand__state` = 'complete'
              ) AND (
                COALESCE(a1.`c4`, 0) = 0
              )
              THEN COALESCE(a1.`c5`, 0)
            END
            WHEN NOT (
              (
                (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * s.`rate`
                    ) - s.`rate__step`
                  )
                ) * CASE
                  WHEN (
                    s.`operand__state` = 'complete'
                  ) AND (
                    COALESCE(a1.`c4`, 0) = 0
                  )
                  THEN COALESCE(a1.`c5`, 0)
                END
              ) <= (
                (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * s.`rate`
                    ) - s.`rate__step`
                  )
                ) * CASE
                  WHEN (
                    s.`operand__state` = 'complete'
                  ) AND (
                    COALESCE(a1.`c4`, 0) = 0
                  )
                  THEN COALESCE(a1.`c6`, 0)
                END
              )
            )
            THEN (
              20000000000 + (
                (
                  CAST(2 AS BIGINT) * s.`rate`
                ) - s.`rate__step`
              )
            ) * CASE
              WHEN (
                s.`operand__state` = 'complete'
              ) AND (
                COALESCE(a1.`c4`, 0) = 0
              )
              THEN COALESCE(a1.`c6`, 0)
            END
          END <= (
            (
              CAST(2 AS BIGINT) * CASE
                WHEN (
                  s.`operand__state` = 'complete'
                ) AND (
                  COALESCE(a1.`c1`, 0) = 0
                )
                THEN COALESCE(a1.`c3`, 0)
              END
            ) * CAST(10000000000 AS BIGINT)
          )
        )
        AND (
          (
            (
              CAST(2 AS BIGINT) * CASE
                WHEN (
                  s.`operand__state` = 'complete'
                ) AND (
                  COALESCE(a1.`c1`, 0) = 0
                )
                THEN COALESCE(a1.`c2`, 0)
              END
            ) * CAST(10000000000 AS BIGINT)
          ) <= CASE
            WHEN (
              (
                20000000000 + (
                  (
                    CAST(2 AS BIGINT) * s.`rate`
                  ) + s.`rate__step`
                )
              ) * CASE
                WHEN (
                  s.`operand__state` = 'complete'
                ) AND (
                  COALESCE(a1.`c4`, 0) = 0
                )
                THEN COALESCE(a1.`c5`, 0)
              END
            ) >= (
              (
                20000000000 + (
                  (
                    CAST(2 AS BIGINT) * s.`rate`
                  ) + s.`rate__step`
                )
              ) * CASE
                WHEN (
                  s.`operand__state` = 'complete'
                ) AND (
                  COALESCE(a1.`c4`, 0) = 0
                )
                THEN COALESCE(a1.`c6`, 0)
              END
            )
            THEN (
              20000000000 + (
                (
                  CAST(2 AS BIGINT) * s.`rate`
                ) + s.`rate__step`
              )
            ) * CASE
              WHEN (
                s.`operand__state` = 'complete'
              ) AND (
                COALESCE(a1.`c4`, 0) = 0
              )
              THEN COALESCE(a1.`c5`, 0)
            END
            WHEN NOT (
              (
                (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * s.`rate`
                    ) + s.`rate__step`
                  )
                ) * CASE
                  WHEN (
                    s.`operand__state` = 'complete'
                  ) AND (
                    COALESCE(a1.`c4`, 0) = 0
                  )
                  THEN COALESCE(a1.`c5`, 0)
                END
              ) >= (
                (
                  20000000000 + (
                    (
                      CAST(2 AS BIGINT) * s.`rate`
                    ) + s.`rate__step`
                  )
                ) * CASE
                  WHEN (
                    s.`operand__state` = 'complete'
                  ) AND (
                    COALESCE(a1.`c4`, 0) = 0
                  )
                  THEN COALESCE(a1.`c6`, 0)
                END
              )
            )
            THEN (
              20000000000 + (
                (
                  CAST(2 AS BIGINT) * s.`rate`
                ) + s.`rate__step`
              )
            ) * CASE
              WHEN (
                s.`operand__state` = 'complete'
              ) AND (
                COALESCE(a1.`c4`, 0) = 0
              )
              THEN COALESCE(a1.`c6`, 0)
            END
          END
        )
      END IS NULL
    )
    THEN 'undetermined'
    ELSE 'fail'
  END AS STRING) AS `stated-growth`,
  CAST(NULL AS DECIMAL(38, 0)) AS `stated-growth amount`,
  CAST('medium' AS STRING) AS `stated-growth severity`
FROM `stated_figure` AS s
LEFT JOIN `operand_1` AS a1
  ON a1.`k1` = s.`_fact`;
