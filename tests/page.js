// SPDX-License-Identifier: MIT
// page.js PAGE EXAMPLES SHOTS: drives the page in headless Chromium from disk and
// says in TAP what it saw.  Needs playwright-core and axe-core of npm.
"use strict";
const { execFileSync, spawnSync } = require("child_process");
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

// The files of an office: its own words, its closed days, quotes, a byte-order mark,
// semicolons, more levels than one, and what must be refused.
const OFFICE = {
	"office.csv": "\ufeff\"Case No\";x\r\n1;2\r\n",
	"cases.csv": "\ufeffcase_id,\"Packet In\",form_iii_received,supervision," +
		"Closed By,worker\r\n1,7/2/2024,7/2/2024,Kin,x,\"Lee, \"\"A\"\"\"\r\n" +
		"2,13/2/2024,,probation,,\"two\nlines\"\r\n3,,7/3/2024,parole,,\r\n",
	"map.yaml": "Packet In: packet_received\nsupervision:\n  Kin: probation\n",
	"closed.csv": "date,state,name\n2024-07-05,,Bridge day\n",
	"deep.yaml": "case:\n  id: 1\nform:\n  iii:\n    received: 2024-07-02\n" +
		"plan_days: 60\nunheard of: 1\n---\ncase_id: 2\nplan_days: x\n",
	"broken.csv": "case_id,plan_days\n1,60\n\"Ann\" Lee,2\n3,4\n",
	"open.csv": "plan_days\n\"1\n",
	"twice.csv": "plan_days,plan_days\n1,2\n",
	"ragged.csv": "case_id,plan_days\n1\n2,60\n",
	"none.csv": "",
	"broken.json": "{",
	"book.xlsx": "PK\u0003\u0004",
};
const WAYS = [["eligible"], ["permit"], ["return"], ["deadline"],
	["eligible", "-o", "explain"], ["deadline", "-o", "brief"],
	["return", "-o", "html"], ["deadline", "-o", "csv", "--spreadsheet"],
	["eligible", "-o", "json", "--unread"]];
const MAPPED = [["deadline", "-m", "map.yaml", "-H", "closed.csv",
	"--date-format", "mdy"], ["eligible", "-m", "map.yaml"],
["deadline", "-m", "closed.csv"], ["deadline", "-H", "map.yaml"],
["deadline", "-m", "nowhere.yaml"]];

function native(folder, [question, ...options], name) {
	const r = spawnSync(`icj-${question}`, ["-a", AS_OF, ...options, name],
		{ cwd: folder, maxBuffer: 1 << 28, env: { ...process.env, TZ: "UTC" } });
	return { status: r.status, out: r.stdout.toString(),
		told: r.stderr.toString().split("\n").filter(Boolean) };
}

// "{a: 1, b: [x, y]}" as fields of a record, a list as one value.
function facts(text) {
	return Object.fromEntries([...text.matchAll(
		/(\w+): *(?:\[([^\]]*)\]|"([^"]*)"|'([^']*)'|([^,{}]*))/g)]
		.map(([, name, list, ...one]) => [name, list === undefined ?
			one.find((v) => v !== undefined).trim() :
			list.split(",").map((v) => v.trim()).join(";")]));
}

// The records of the rules' scenarios, by tool and as-of date: what is given on
// lines of its own is read as if it stood in braces.
function scenarios(folder) {
	const runs = new Map();
	let common, ask, asOf, records = 0;
	for (const name of fs.readdirSync(folder).sort()) {
		const text = fs.readFileSync(`${folder}/${name}`, "utf8");
		for (const item of text.split(/^- /m).slice(1)) {
			const part = (key) => item.match(
				new RegExp(`^ *${key}:((?:.*\n)(?: {4}.*\n)*)`, "m"))?.[1]
				.replace(/\n {4}/g, ", ").trim();
			if (item.startsWith("background:"))
				common = facts(part("background"));
			ask = part("ask") ?? ask;
			asOf = part("as_of") ?? asOf;
			const question = ask?.match(/^icj-(eligible|permit|return|deadline)/)?.[1];
			if (!question || !item.startsWith("scenario:"))
				continue;
			const key = `${question} ${asOf}`;
			runs.set(key, (runs.get(key) ?? "") + JSON.stringify({ case_id: name,
				...common, ...facts(part("given") ?? "") }) + "\n");
			records++;
		}
	}
	return { runs, records };
}

// Of a scenario, and of each case of the examples: what the tools say.
async function sameScenarios(page, folder) {
	const { runs, records } = scenarios(folder);
	const cases = [...runs].map(([key, input]) => [...key.split(" "), input]);
	const told = await page.evaluate(async (cases) => {
		const out = [];
		for (const [question, asOf, input] of cases)
			out.push((await machine.run([`icj-${question}`, "-a", asOf, "-o",
				"explain", "x.json"],
			{ "x.json": new TextEncoder().encode(input) })).out);
		return out;
	}, cases);
	const differ = cases.filter(([question, asOf, input], i) =>
		spawnSync(`icj-${question}`, ["-a", asOf, "-o", "explain"],
			{ input, env: { ...process.env, TZ: "UTC" } }).stdout
			.toString() !== told[i]);
	report(!differ.length && records > 200 && told.every((t) => t.length > 100),
		`${records} scenarios as the tools have them`,
		`${records} ${JSON.stringify(differ)}`);
}

// Each file in each way: the page's tools write the bytes that the tools write.
async function same(page, folder) {
	const bytes = Object.fromEntries(fs.readdirSync(folder).map((n) =>
		[n, fs.readFileSync(`${folder}/${n}`).toString("base64")]));
	const runs = Object.keys(bytes).filter((n) => /csv|deep|json|xlsx/.test(n))
		.flatMap((n) => WAYS.map((way) => [way, n]))
		.concat(MAPPED.map((way) => [way, "cases.csv"]));
	const told = await page.evaluate(async ([runs, bytes, day]) => {
		const files = Object.fromEntries(Object.entries(bytes).map(([n, b]) =>
			[n, Uint8Array.from(atob(b), (c) => c.charCodeAt(0))]));
		const out = [];
		for (const [[question, ...options], name] of runs) {
			const r = await machine.run([`icj-${question}`, "-a", day,
				...options, name], files);
			out.push({ status: r.status, out: r.out, told: r.told });
		}
		return out;
	}, [runs, bytes, AS_OF]);
	const states = new Set(), differ = runs.filter(([way, name], i) => {
		const want = native(folder, way, name);
		states.add(want.status);
		return want.status !== told[i].status ||
			want.out !== told[i].out ||
			want.told.join("\n") !== told[i].told.join("\n");
	});
	report(!differ.length && runs.length > 100 && states.size === 4,
		`${runs.length} runs as the tools have them`, JSON.stringify(differ));
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

	const folder = fs.mkdtempSync(`${process.env.TMPDIR ?? "/tmp"}/page-`);
	for (const [name, text] of Object.entries(OFFICE))
		fs.writeFileSync(`${folder}/${name}`, text);
	for (const name of ["caseload.csv", "since-2016.csv"])
		fs.copyFileSync(`${examples}/${name}`, `${folder}/${name}`);
	await same(page, folder);
	await sameScenarios(page, `${__dirname}/scenarios`);

	// Screens are made anew, and some time later.
	const settled = (what, arg) => page.evaluate(async ([what, arg]) => {
		const turn = shown;
		new Function("arg", what)(arg);
		while (Number(document.body.dataset.shown) <= turn)
			await new Promise((done) => setTimeout(done, 5));
	}, [what, arg]);

	// An interview by keyboard: the answer, its facts and the command.
	await settled(`page.asOf = arg; start("eligible");`, AS_OF);
	const given = { juvenile_in_sending_state: "yes", under_jurisdiction: "yes",
		adjudication: "adjudicated-delinquent", plan_days: "120",
		supervision_days_left: "200", residence: "relative",
		full_time_student: "no", transfer_requested: "2024-05-01" };
	let asked = 0;
	for (; asked < 12; asked++) {
		const name = await page.evaluate(() =>
			lib.next("eligible", record(), page.asOf));
		if (!name)
			break;
		const turn = await page.evaluate(() => shown);
		await answerByKeyboard(page, given[name] ?? "no");
		await page.waitForFunction((turn) =>
			Number(document.body.dataset.shown) > turn, turn);
	}
	const verdict = await page.locator(".verdict").textContent();
	report(asked > 3 && asked < 10 && /: yes$/.test(verdict),
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
	await settled(`page.facts = new Map([["case_id", "</td><script>alert(1)</script>"],
		["referral_received", "2024-05-03"], ["detained_at", "2024-05-03T20:00"]]);
		start("deadline");`);
	report(await page.locator("tbody tr").count() > 1 &&
		await page.locator("main script").count() === 0,
	"duties are a table, and a name with a tag is text");
	report(await page.locator(".scroll").evaluate(
		(e) => e.scrollWidth <= e.clientWidth), "all of its columns are in sight");
	const dues = await page.locator("td[data-head=Due]").allTextContents();
	report(dues.length > 3 && dues.join() === [...dues].sort().join(),
		"what is due first stands first", dues);
	await shot("deadline");
	await axe(page, "duties");
	await settled(`page.facts = new Map([["return_type", "runaway"],
		["home_state", "OH"], ["holding_state", "TX"], ["agrees_to_return", "yes"],
		["detained_at", "2024-05-03T20:00"]]);
		start("return");`);
	const spoken = await page.locator("section.answer").innerText();
	const brief = execFileSync("icj-return", ["-a", AS_OF, "-o", "explain",
		"return_type=runaway", "home_state=OH", "holding_state=TX",
		"agrees_to_return=yes", "detained_at=2024-05-03T20:00"]).toString()
		.split("\n\n")[0].replace(/\n {4}/g, " ").split("\n");
	report(brief.length > 5 && brief.every((l) => spoken.includes(l.replace(/^- /, ""))),
		"the page says what brief says", spoken);
	report(await page.locator("ol li").count() > 3, "a return has steps");
	await shot("return");
	await axe(page, "a return");

	await settled(`start("rule");`);
	await page.fill("#rule", "6-102");
	report(await page.locator("main section").count() > 5, "a rule is found");
	await shot("rule");
	await axe(page, "a rule");

	// Files: as the tools, with what they refuse.
	await settled(`start("file");`);
	await page.setInputFiles("#file", `${examples}/since-2016.csv`);
	await page.locator("main table").waitFor();
	await shot("file");
	await axe(page, "a file");
	const [download] = await Promise.all([page.waitForEvent("download"),
		page.click("a[download]")]);
	const csv = fs.readFileSync(await download.path(), "utf8");
	report(csv.startsWith("\ufeff") && /\r\n$/.test(csv) &&
		csv === native(examples, ["deadline", "-o", "csv", "--spreadsheet"],
			"since-2016.csv").out, "the answers are the tool's CSV");

	// A file in an office's own words, with its map, its days and its dates.
	await settled(`start("file");`);
	await page.setInputFiles("#file", `${folder}/cases.csv`);
	await page.locator("ul.told").waitFor();
	await page.locator("summary").click();
	const step = async (act) => {
		const turn = await page.evaluate(() => shown);
		await act();
		await page.waitForFunction((turn) =>
			Number(document.body.dataset.shown) > turn, turn);
	};
	await step(() => page.setInputFiles("#beside-map", `${folder}/map.yaml`));
	await step(() => page.setInputFiles("#beside-holidays",
		`${folder}/closed.csv`));
	await step(() => page.selectOption("#order", "mdy"));
	const want = native(folder, ["deadline", "-m", "map.yaml", "-H", "closed.csv",
		"--date-format", "mdy", "-o", "json", "--unread"], "cases.csv");
	const lines = await page.locator("ul.told li").allTextContents();
	report(lines.length > 1 && lines.join("\n") === want.told.join("\n"),
		"one line for each thing that is not read", `${lines}\n${want.told}`);
	report(/Bridge day/.test(await page.locator("main table").textContent()),
		"closed days are counted");
	await shot("office");
	await axe(page, "a file of an office");
	const refused = { "broken.csv": /breaks off/, "open.csv": /breaks off/,
		"book.xlsx": /cannot be judged/, "office.csv": /cannot be judged/ };
	for (const [name, says] of Object.entries(refused)) {
		await settled(`page.beside.clear(); page.order = "";
			page.which = "eligible"; start("file");`);
		await page.setInputFiles("#file", `${folder}/${name}`);
		await page.locator("[role=alert]").waitFor();
		const said = await page.locator("main").textContent();
		report(says.test(said) && /\[ICJ\d+\]/.test(said), `refused: ${name}`, said);
	}
	// Dropped anywhere: a case is not left for it.
	await settled(`start("eligible");
		const data = new DataTransfer();
		data.items.add(new File([arg], "dropped.yaml"));
		dispatchEvent(new DragEvent("drop", { dataTransfer: data }));`,
	OFFICE["deep.yaml"]);
	await page.locator("main table").waitFor();
	report(/2 rows/.test(await page.locator("main").textContent()) &&
		/unheard of/.test(await page.locator("ul.told").textContent()),
	"YAML of more levels is judged, and a name that is no field is said");
	// Closed days count in an interview, too, and are in its command.
	await settled(`page.facts = new Map([["form_iii_received", "2024-07-02"]]);
		page.beside.set("holidays", { name: "closed.csv", bytes:
			new TextEncoder().encode(arg) });
		start("deadline");`, OFFICE["closed.csv"]);
	report(/Bridge day/.test(await page.locator("tbody").textContent()) &&
		/-H closed.csv/.test(await page.evaluate(() => command())),
	"closed days count in an interview, and are in its command");
	await settled(`page.facts.set("form_iii_received", "2024-02-30");
		start("deadline");`);
	report(/no such day|not a date/.test(await page.locator("section.answer").textContent()),
		"a value that cannot be read is named");
	await settled(`page.facts.clear(); page.beside.clear(); start("eligible");`);

	await page.setViewportSize({ width: 360, height: 640 });
	await settled(`page.facts = new Map([["referral_received", "2024-05-03"]]);
		start("deadline");`);
	report(await page.evaluate(() => document.documentElement.scrollWidth <= 360),
		"duties are cards on a telephone");
	await axe(page, "a telephone");
	await shot("telephone-duties");
	await settled(`page.facts.clear(); start("file");`);
	report(await page.evaluate(() => document.documentElement.scrollWidth <= 360),
		"a file can be chosen on a telephone");
	await settled(`page.facts.set("plan_days", "60"); start("eligible");`);
	await page.pdf();
	report(await page.evaluate(() =>
		document.querySelector("section.answer details").open),
	"paper shows every limb");
	await settled(`page.asked = "plan_days"; show();`);
	report(await page.locator("legend").textContent().then((t) =>
		/consecutive days/.test(t)), "a fact can be changed");
	await settled(`start("eligible");`);
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
