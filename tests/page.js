// SPDX-License-Identifier: MIT
// page.js PAGE EXAMPLES SHOTS: drives the page in headless Chromium from disk and
// says in TAP what it saw.  Needs playwright-core and axe-core of npm.
"use strict";
const { execFileSync } = require("child_process");
const fs = require("fs");
const { chromium } = require("playwright-core");

const [file, examples, shots] = process.argv.slice(2);
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic",
	"--no-first-run", "--disable-background-networking",
	"--disable-component-update", "--disable-sync"];
const AS_OF = "2024-06-01";
let count = 0;

function report(truth, title, why) {
	console.log(`${truth ? "ok" : "not ok"} ${++count} - ${title}`);
	if (!truth && why)
		console.log(`# ${String(why).slice(0, 600)}`);
}

// Records of a CSV without quotes in its names, by sqlite3 as a second reader.
function recordsOf(path) {
	return JSON.parse(execFileSync("sqlite3", ["-json", ":memory:",
		".mode csv", `.import '${path}' t`, ".mode json", "SELECT * FROM t;"],
	{ maxBuffer: 1 << 26 })).map((r) => Object.fromEntries(
		Object.entries(r).filter(([, v]) => v !== "")));
}

function tool(question, records) {
	const kept = question === "deadline" ? ["--keep", "case_id"] : [];
	const out = execFileSync(`icj-${question}`, ["-q", "-a", AS_OF, "-i", "json",
		"-o", "json", "--invalid-ok", ...kept],
	{ input: records.map((r) => `${JSON.stringify(r)}\n`).join("") });
	return out.toString().split("\n").filter(Boolean).map((l) => JSON.parse(l));
}

async function same(page, question, path) {
	const records = recordsOf(path);
	const told = tool(question, records);
	const asked = await page.evaluate(([q, rs, day]) => rs.flatMap((r) => {
		const a = lib.answer(q, r, day);
		return q === "deadline" ? a.duties : [a];
	}), [question, records, AS_OF]);
	const differ = asked.filter((a, i) => Object.keys(a).some((k) =>
		typeof a[k] === "string" && k !== "ask" && k !== "says" &&
		a[k] !== told[i]?.[k]));
	report(asked.length > 5 && asked.length === told.length && !differ.length,
		`${question} of ${path.split("/").pop()} as the tool says it`,
		`${asked.length} ${told.length} ${differ.length}`);
}

async function axe(page, title) {
	await page.evaluate(fs.readFileSync(require.resolve("axe-core"), "utf8"));
	const found = await page.evaluate(() => axe.run(document));
	report(found.passes.length > 5 && !found.violations.length,
		`axe finds nothing: ${title}`, JSON.stringify(found.violations.map((v) =>
			[v.id, v.nodes.map((n) => n.html)])));
}

// Answers the question shown by keyboard alone: a choice, then Enter.
async function answerByKeyboard(page, value) {
	const input = page.locator("form input").first();
	await input.waitFor();
	if (await input.getAttribute("type") === "radio") {
		await page.locator("form input:focus").waitFor();
		while (await page.evaluate(() => document.activeElement.value) !== value)
			await page.keyboard.press("ArrowDown");
		if (!await page.evaluate(() => document.activeElement.checked))
			await page.keyboard.press("Space");
	} else {
		await page.keyboard.type(value);
	}
	await page.keyboard.press("Enter");
}

(async () => {
	const browser = await chromium.launch({ executablePath: "/usr/bin/chromium",
		args: FLAGS });
	const page = await (await browser.newContext({
		viewport: { width: 1000, height: 800 } })).newPage();
	const requests = [], errors = [];
	page.on("request", (r) => requests.push(r.url()));
	page.on("pageerror", (e) => errors.push(e.message));
	page.on("console", (m) => errors.push(m.text()));
	const shot = (name) => page.screenshot({ path: `${shots}/${name}.png`,
		fullPage: true });

	await page.goto(`file://${file}`);
	await page.waitForSelector("body[data-ready]");
	report(true, "the page starts from disk");
	report(fs.statSync(file).size < 400000, "it is smaller than 400 kB");
	await shot("start");
	await axe(page, "start");

	for (const question of ["eligible", "permit", "return", "deadline"])
		for (const name of ["caseload.csv", "since-2016.csv"])
			await same(page, question, `${examples}/${name}`);

	// An interview by keyboard: the answer, its facts and the command.
	await page.evaluate((day) => { page.asOf = day; start("eligible"); }, AS_OF);
	const given = { juvenile_in_sending_state: "yes", under_jurisdiction: "yes",
		adjudication: "adjudicated-delinquent", plan_days: "120",
		supervision_days_left: "200", residence: "relative",
		full_time_student: "no", transfer_requested: "2024-05-01" };
	let asked = 0;
	for (; asked < 12; asked++) {
		const name = await page.evaluate(() =>
			lib.answer("eligible", record(), page.asOf).ask);
		if (!name)
			break;
		await answerByKeyboard(page, given[name] ?? "no");
	}
	const verdict = await page.locator(".verdict").textContent();
	report(asked > 3 && asked < 10 && /^Yes/.test(verdict),
		"an interview by keyboard ends in a verdict", `${asked} ${verdict}`);
	await shot("eligible");
	await axe(page, "an interview");
	const command = await page.evaluate(() => command());
	const told = execFileSync("sh", ["-c", `${command} -o json`]).toString();
	report(/"eligible": "yes"/.test(told), "its command says the same", told);
	const yaml = await page.evaluate(() => yaml());
	report(/"?eligible"?: "?yes/.test(execFileSync("icj-eligible",
		["-a", AS_OF, "-i", "yaml", "-o", "json"], { input: yaml }).toString()),
	"its YAML says the same", yaml);

	// What is typed never becomes markup.
	await page.evaluate(() => {
		page.facts = new Map([["case_id", "</td><script>alert(1)</script>"],
			["referral_received", "2024-05-03"], ["detained_at", "2024-05-03T20:00"]]);
		start("deadline");
	});
	report(await page.locator("tbody tr").count() > 1 &&
		await page.locator("main script").count() === 0,
	"duties are a table, and a name with a tag is text");
	await shot("deadline");
	await axe(page, "duties");
	await page.evaluate(() => {
		page.facts = new Map([["return_type", "runaway"], ["home_state", "OH"],
			["holding_state", "TX"], ["agrees_to_return", "yes"],
			["detained_at", "2024-05-03T20:00"]]);
		start("return");
	});
	report(await page.locator("ol li").count() > 3, "a return has steps");
	await shot("return");
	await axe(page, "a return");

	await page.evaluate(() => start("rule"));
	await page.fill("#rule", "6-102");
	report(await page.locator("main section").count() > 5, "a rule is found");
	await shot("rule");
	await axe(page, "a rule");

	// Files: as the tools, with what they refuse.
	await page.evaluate(() => start("file"));
	await page.setInputFiles("#file", `${examples}/since-2016.csv`);
	await page.locator("table").waitFor();
	await shot("file");
	await axe(page, "a file");
	const [download] = await Promise.all([page.waitForEvent("download"),
		page.click("a[download]")]);
	const csv = fs.readFileSync(await download.path(), "utf8");
	report(csv.startsWith("\ufeff") && /\r\n$/.test(csv) &&
		csv.includes("eligible_rule"), "the answers are a CSV", csv.slice(0, 200));
	const inputs = [["a.csv", '"Ann" Lee\n1\n', /text behind a closing quote/],
		["a.csv", 'a\n"1\n', /quote is not closed/],
		["a.csv", "a,a\n1,2\n", /two columns have one name/],
		["a.csv", "a,b\n1\n", /not as many cells/],
		["a.yaml", "a: 1\n  b: 2\n", /line 2/],
		["a.json", "{", /not JSON/]];
	for (const [name, text, want] of inputs) {
		await page.setInputFiles("#file", { name, mimeType: "text/plain",
			buffer: Buffer.from(text) });
		await page.locator("[role=alert]").waitFor();
		const said = await page.locator("[role=alert]").textContent();
		report(want.test(said), `refused: ${want.source}`, said);
		await page.evaluate(() => start("file"));
	}
	await page.setInputFiles("#file", { name: "a.yaml", mimeType: "text/plain",
		buffer: Buffer.from("plan_days: 60\nform_iii_signed_by:\n  - juvenile\n" +
			"unheard of: 1\n") });
	await page.locator("table").waitFor();
	report(/unheard of/.test(await page.locator("main").textContent()) &&
		await page.locator("tbody td", { hasText: /^no$/ }).count() === 1,
	"YAML is judged, and a column that is no field is named");

	await page.setViewportSize({ width: 360, height: 640 });
	await page.evaluate(() => start("eligible"));
	report(await page.evaluate(() => document.documentElement.scrollWidth <= 360),
		"a telephone need not scroll sideways");
	await shot("telephone");
	report(!errors.length, "no script fails and no policy is broken", errors);
	report(requests.every((u) => u.startsWith("file:") || u.startsWith("blob:")),
		"nothing is asked of a network", requests);
	console.log(`1..${count}`);
	await browser.close();
})().catch((e) => {
	console.log(`not ok ${++count} - the page can be driven`);
	console.log(`# ${e.message.split("\n").slice(0, 6).join("\n# ")}`);
	process.exit(1);
});
