-- SPDX-License-Identifier: MIT
-- The job of job.py for the shell of sqlite3; the table t is imported.
select *, case
    when juvenile_in_sending_state <> 'yes' or
        adjudication not in ('adjudicated-delinquent',
            'adjudicated-status-offender', 'deferred-adjudication') or
        under_jurisdiction <> 'yes' or
        plan_days + 0 <= 90 or
        julianday(supervision_ends) - julianday(transfer_requested) <= 90
        then 'no'
    when residence in ('parent', 'legal-guardian', 'relative',
        'non-relative', 'independent') then 'yes'
    when full_time_student = 'yes' then 'unknown'
    else 'no' end as eligible from t;
