// SPDX-License-Identifier: MIT
// The job of job.py for DuckDB as node has it, for Debian packs no shell of it.
// One thread, for more write to a pipe out of order.
const {DuckDBInstance} = require("@duckdb/node-api");

const file = process.argv[2].replaceAll("'", "''");
const job = `copy (select *, case
    when juvenile_in_sending_state <> 'yes' or
        adjudication not in ('adjudicated-delinquent',
            'adjudicated-status-offender', 'deferred-adjudication') or
        under_jurisdiction <> 'yes' or
        plan_days::int <= 90 or
        supervision_ends::date - transfer_requested::date <= 90
        then 'no'
    when residence in ('parent', 'legal-guardian', 'relative',
        'non-relative', 'independent') then 'yes'
    when full_time_student = 'yes' then 'unknown'
    else 'no' end as eligible
    from read_csv('${file}', header = true, all_varchar = true))
    to '/dev/stdout' (header true)`;

(async () => {
	const db = await DuckDBInstance.create(":memory:", {threads: "1"});
	await (await db.connect()).run(job);
})();
