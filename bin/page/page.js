// SPDX-License-Identifier: MIT
// page.js - an office's page over libicj: one case by questions, or a file.
// It knows no rule; what it shows and what it asks next are the library's words.
"use strict";

// -- The library -----------------------------------------------------------

const lib = {
	program: null,
	fields: new Map(),
	book: null,

	async load() {
		const text = document.getElementById("program").textContent;
		const packed = Uint8Array.from(atob(text.trim()), (c) => c.charCodeAt(0));
		const bytes = await new Response(new Blob([packed]).stream()
			.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
		const module = await WebAssembly.compile(bytes);
		const refuse = () => { throw new Error("the library asked for the system"); };
		const imports = {};
		for (const i of WebAssembly.Module.imports(module))
			(imports[i.module] ??= {})[i.name] = refuse;
		const instance = await WebAssembly.instantiate(module, imports);
		this.program = instance.exports;
		this.program._initialize?.();
		for (const f of JSON.parse(this.call("icj_fields_json")))
			this.fields.set(f.name, f);
		this.book = JSON.parse(this.call("icj_rulebook_json"));
	},

	// Texts in, one text out; null is a null pointer.
	call(name, ...texts) {
		const p = this.program, held = [];
		const args = texts.map((text) => {
			if (text === null)
				return 0;
			const bytes = new TextEncoder().encode(text);
			const at = p.malloc(bytes.length + 1);
			const memory = new Uint8Array(p.memory.buffer);
			memory.set(bytes, at);
			memory[at + bytes.length] = 0;
			held.push(at);
			return at;
		});
		const length = p[name](...args, 0, 0);
		const out = p.malloc(length + 1);
		p[name](...args, out, length + 1);
		const text = new TextDecoder().decode(
			new Uint8Array(p.memory.buffer, out, length));
		held.concat(out).forEach((at) => p.free(at));
		return text;
	},

	// No edition: that of the step; no calendar: the federal holidays.
	answer(question, record, asOf) {
		return JSON.parse(this.call("icj_answer_json", question,
			JSON.stringify(record), asOf, null, null));
	},
};

// -- Elements --------------------------------------------------------------

// Values only ever become text: nothing typed is read as markup.
function h(tag, attributes, ...children) {
	const e = document.createElement(tag);
	for (const [k, v] of Object.entries(attributes ?? {})) {
		if (k.startsWith("on"))
			e.addEventListener(k.slice(2), v);
		else if (v !== false && v !== null && v !== undefined)
			e.setAttribute(k, v === true ? "" : v);
	}
	e.append(...children.flat(Infinity).filter((c) => c));
	return e;
}

const words = (name) => lib.fields.get(name)?.meaning ?? name;
const today = () => {
	const d = new Date();
	const two = (n) => String(n).padStart(2, "0");
	return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
};
const list = (cell) => cell ? cell.split("; ") : [];

// -- What a person is asked --------------------------------------------------

const QUESTIONS = {
	eligible: { title: "May supervision be transferred?", rule: "Rule 4-101",
		tool: "icj-eligible", verdict: "eligible", says: {
			yes: ["Yes, eligible for transfer of supervision", "good"],
			no: ["No, not eligible for transfer of supervision", "bad"],
			unknown: ["Not decided yet", "open"],
			invalid: ["A value cannot be read", "bad"] } },
	permit: { title: "Is a travel permit needed?", rule: "Rule 8-101",
		tool: "icj-permit", verdict: "permit", says: {
			mandatory: ["A travel permit is mandatory", "open"],
			"not-mandatory": ["No travel permit is mandatory", "good"],
			excluded: ["Travel permits are not for a residential facility", "bad"],
			unknown: ["Not decided yet", "open"],
			invalid: ["A value cannot be read", "bad"] } },
	return: { title: "How is the juvenile returned?", rule: "Rules 6-101 to 7-107",
		tool: "icj-return", verdict: "return_procedure", says: {
			"release-to-parent": ["Release to a parent or guardian", "good"],
			voluntary: ["Voluntary return", "good"],
			"adult-waiver": ["Return of an adult by waiver", "good"],
			"requisition-form-i": ["Requisition, Form I", "good"],
			"requisition-form-ii": ["Requisition, Form II", "good"],
			retaking: ["Retaking by the sending state", "good"],
			icpc: ["Left to the compact on placement of children", "open"],
			none: ["No return under these rules", "open"],
			unclassified: ["No rule covers such a juvenile", "bad"],
			unknown: ["Not decided yet", "open"],
			invalid: ["A value cannot be read", "bad"] } },
	deadline: { title: "What is due, and when?", rule: "all dated duties",
		tool: "icj-deadline" },
	rule: { title: "Look a rule up" },
	file: { title: "Judge a file" },
};

const page = { question: null, facts: new Map(), asOf: today(), asked: null,
	back: [] };

const record = () => Object.fromEntries(page.facts);

function start(question) {
	page.question = question;
	page.asked = null;
	page.back = [];
	show();
}

function setFact(name, value) {
	page.back.push([name, page.facts.get(name)]);
	page.facts.set(name, value);
	page.asked = null;
	show();
}

function goBack() {
	const [name, before] = page.back.pop();
	if (before === undefined)
		page.facts.delete(name);
	else
		page.facts.set(name, before);
	page.asked = name;
	show();
}

function control(field) {
	const id = "value", type = field.type;
	const radio = (value, text) => h("label", { class: "choice" },
		h("input", { type: "radio", name: id, value, required: true }), " ",
		text ?? value.replaceAll("-", " "));
	if (type === "yes/no")
		return h("div", null, radio("yes"), radio("no"));
	if (type.startsWith("list") && field.choices.length)
		return h("div", null, field.choices.map((c) =>
			h("label", { class: "choice" },
				h("input", { type: "checkbox", name: id, value: c }), " ",
				c.replaceAll("-", " "))));
	if (field.choices.length)
		return h("div", null, field.choices.map((c) => radio(c)));
	return h("input", { name: id, required: true, autocomplete: "off",
		"aria-label": field.meaning,
		type: type === "date" ? "date" : "text",
		inputmode: type.startsWith("count") ? "numeric" : null,
		placeholder: type.startsWith("time") ? "2024-07-02T16:00" : null });
}

function readForm(form, field) {
	const data = new FormData(form);
	return field.type.startsWith("list") ? data.getAll("value").join("; ") :
		String(data.get("value") ?? "");
}

function questionForm(name) {
	const field = lib.fields.get(name);
	const form = h("form", { onsubmit: (event) => {
		event.preventDefault();
		setFact(name, readForm(form, field));
	} },
	h("fieldset", null,
		h("legend", null, capital(field.meaning), "?"),
		field.rule ? h("p", { class: "quiet" },
			`${field.name} (Rule ${field.rule})`) :
			h("p", { class: "quiet" }, field.name),
		control(field),
		h("div", { class: "row" },
			h("button", { class: "first" }, "Next"),
			h("button", { type: "button", onclick: () => setFact(name, "") },
				"Not known"),
			page.back.length ? h("button", { type: "button", onclick: goBack },
				"Back") : null)));
	return form;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function anyFactForm(legend, names) {
	const select = h("select", { id: "any", name: "any" },
		names.map((n) => h("option", { value: n },
			`${capital(words(n))} (${n})`)));
	const form = h("form", { onsubmit: (event) => {
		event.preventDefault();
		page.asked = select.value;
		show();
	} },
	h("div", { class: "row" },
		h("div", null, h("label", { for: "any" }, legend), h("br"), select),
		h("button", null, "State it")));
	return form;
}

function factsList() {
	if (page.facts.size === 0)
		return null;
	return h("section", { "aria-label": "Facts of the case" },
		h("h3", null, "Facts of the case"),
		h("dl", { class: "facts" }, [...page.facts].map(([name, value]) => [
			h("dt", null, capital(words(name))),
			h("dd", null, value === "" ? "not known" : value),
			h("dd", null, h("button", { type: "button",
				"aria-label": `Forget: ${words(name)}`,
				onclick: () => { page.facts.delete(name); show(); } },
			"forget"))])));
}

// -- Answers ---------------------------------------------------------------

const BASIS = {
	text: "", restated: ", as the Commission restated them",
	office: ", as the office's rulebook has them",
	undated: ", as seen on a page without a date",
	deduced: ", inferred from the wordings before and after",
	nearest: ", the last known; what held on the day is not known",
};

function law(edition, basis) {
	return edition ? h("p", { class: "quiet" },
		`Rules as effective ${edition}${BASIS[basis] ?? ""}.`) : null;
}

function decides(answer, prefix) {
	const cites = new Set(list(answer[`${prefix}_rule`]));
	const of = answer.findings.filter((f) => cites.has(f.rule));
	return h("ul", null,
		of.map((f) => h("li", null, `${f.rule}, ${f.status}: ${f.says}`)),
		[...cites].filter((c) => !of.some((f) => f.rule === c))
			.map((c) => h("li", null, c)));
}

function named(lead, names) {
	return names.length ? h("p", null, `${lead}: `,
		names.map(words).join("; "), ".") : null;
}

function steps(answer) {
	if (!answer.steps?.length)
		return null;
	return [h("h3", null, "What comes next, in order"),
		h("ol", null, answer.steps.map((s) => h("li", null,
			`${capital(s.who)}${s.state ? ` (${s.state})` : ""}: ${s.says} (${s.rule})`,
			s.due ? ` By ${s.due}: ${s.status}${s.done ? ` ${s.done}` : ""}.` :
				s.limit ? ` Limit: ${s.limit}.` : "")))];
}

const RETURN_LINES = [["forms", "Forms"], ["detention", "Secure detention"],
	["escort", "Escort"], ["hold", "May not be moved now"],
	["bond", "Release on bond"], ["pays", "Bears the return"],
	["detention_pays", "Bears the detention"],
	["last_day", "Last day it may cover"],
	["problems", "Wrong with the permit on file"]];

function limbs(answer) {
	return h("details", null, h("summary", null, "Every limb of the rule"),
		h("ul", null, answer.findings
			.filter((f) => f.status !== "not applicable")
			.map((f) => h("li", null, `${f.rule}, ${f.status}: ${f.says}`,
				f.missing.length ? ` Not known: ${f.missing.map(words).join("; ")}.` : "",
				f.assumed.length ? ` Presumed absent: ${f.assumed.map(words).join("; ")}.` : ""))));
}

function verdictOf(question, answer) {
	const q = QUESTIONS[question], prefix = question;
	const [text, tone] = q.says[answer[q.verdict]] ?? [answer[q.verdict], "open"];
	const note = answer[`${prefix}_note`];
	return [h("p", { class: `verdict ${tone}` }, text),
		decides(answer, prefix),
		RETURN_LINES.map(([cell, lead]) => answer[`${prefix}_${cell}`] ?
			h("p", null, `${lead}: ${answer[`${prefix}_${cell}`]}`) : null),
		named("What could still decide it", list(answer[`${prefix}_missing`])),
		named("Presumed absent because nobody mentioned it",
			list(answer[`${prefix}_assumed`])),
		errors(answer), steps(answer),
		law(answer[`${prefix}_edition`], answer[`${prefix}_basis`]),
		note ? h("p", { class: "quiet" }, `Note: ${note}.`) : null,
		limbs(answer)];
}

function errors(answer) {
	return answer.errors.length ? h("ul", { class: "bad" },
		answer.errors.map((e) => h("li", null,
			`${capital(words(e.field))}: ${e.reason}`))) : null;
}

const DUTY_COLUMNS = ["says", "rule", "owed_by", "start", "due", "days_left",
	"status"];
const DUTY_HEADS = ["Duty", "Rule", "Owed by", "Since", "Due", "Days left",
	"Status"];

function duties(answer) {
	if (!answer.duties.length)
		return [h("p", { class: "verdict open" }, "Nothing is due yet"),
			h("p", null, "State the events that have happened: each starts what ",
				"the rules owe after it."), errors(answer)];
	const rows = answer.duties.map((d) => h("tr", null,
		DUTY_COLUMNS.map((c, i) => h(i ? "td" : "th", i ? { class: "number" } : { scope: "row" },
			c === "owed_by" && d.owed_by_state ?
				`${d[c]} (${d.owed_by_state})` :
				c === "due" && d.extended_to ? `${d.extended_to} (extended)` : d[c])),
		h("td", null, d.note)));
	const late = answer.duties.filter((d) =>
		["overdue", "exceeded"].includes(d.status)).length;
	return [h("p", { class: `verdict ${late ? "bad" : "good"}` },
		late ? `${late} overdue` : "Nothing is overdue"),
	h("div", { class: "scroll", tabindex: "0", role: "region",
		"aria-label": "Duties" },
	h("table", null, h("caption", null, `As of ${page.asOf}`),
		h("thead", null, h("tr", null, [...DUTY_HEADS, "Note"].map((t) =>
			h("th", { scope: "col" }, t)))),
		h("tbody", null, rows))),
	errors(answer), lawOfDuties(answer)];
}

function lawOfDuties(answer) {
	const of = new Map();
	for (const d of answer.duties)
		of.set(`${d.edition} ${d.basis}`, d);
	return [...of.values()].map((d) => law(d.edition, d.basis));
}

// -- The case again ----------------------------------------------------------

const plain = (text) => /^[A-Za-z0-9_.:\/+,@%-]+$/.test(text);

function command() {
	const q = QUESTIONS[page.question];
	const quoted = (text) => plain(text) ? text :
		`'${text.replaceAll("'", "'\\''")}'`;
	return [q.tool, "-a", page.asOf, ...[...page.facts].map(([k, v]) =>
		quoted(`${k}=${v === "" ? "unknown" : v}`))].join(" ");
}

function yaml() {
	return [...page.facts].map(([k, v]) => `${k}: ${v === "" ? "unknown" :
		/^[A-Za-z][A-Za-z0-9-]*$/.test(v) ? v : JSON.stringify(v)}\n`).join("");
}

function copyButton(label, text) {
	const said = h("span", { role: "status", class: "quiet" });
	return [h("button", { type: "button", onclick: async () => {
		try {
			await navigator.clipboard.writeText(text());
			said.textContent = " copied";
		} catch {
			said.replaceChildren(h("pre", null, text()));
		}
	} }, label), said];
}

function again() {
	return h("div", { class: "row" },
		copyButton("Copy as command", command), copyButton("Copy as YAML", yaml),
		h("button", { type: "button", onclick: () => window.print() }, "Print"),
		h("button", { type: "button", onclick: () => {
			page.facts.clear();
			start(page.question);
		} }, "New case"));
}

// -- Screens -----------------------------------------------------------------

function asOfForm() {
	const input = h("input", { type: "date", id: "as-of", value: page.asOf,
		onchange: () => {
			if (input.value) {
				page.asOf = input.value;
				show();
			}
		} });
	return h("p", null, h("label", { for: "as-of" }, "Judged as of "), input);
}

function startScreen() {
	return [h("h2", null, "Which question?"),
		h("ul", null, Object.entries(QUESTIONS).map(([id, q]) => h("li", null,
			h("button", { type: "button", onclick: () => start(id) }, q.title),
			q.rule ? ` ${q.rule}` : "")))];
}

const triggers = () => [...new Set(lib.book.duties.flatMap((d) =>
	[...list(d.trigger), ...list(d.done)]))].filter((n) => lib.fields.has(n));

function caseScreen() {
	const q = QUESTIONS[page.question];
	const answer = lib.answer(page.question, record(), page.asOf);
	const dated = page.question === "deadline";
	const ask = page.asked ?? (dated ? null : answer.ask);
	const names = dated ? [...new Set([...triggers(), ...lib.fields.keys()])] :
		[...lib.fields.keys()];
	return [h("h2", null, q.title), asOfForm(),
		ask ? questionForm(ask) : null,
		ask && dated ? null : anyFactForm(dated ? "What has happened?" :
			"Another fact that matters", names),
		h("section", { class: "answer", "aria-live": "polite",
			"aria-label": "Answer" },
		answer.error ? h("p", { class: "bad" }, answer.error) :
			dated ? duties(answer) : verdictOf(page.question, answer)),
		factsList(), again()];
}

function wording(w) {
	const days = `from ${w.from}${w.until ? ` until ${w.until}` : ""}`;
	return h("li", null, `${w.rule}, ${days}, ${w.basis}: ${w.says}`,
		w.limit ? ` (${w.limit})` : "",
		w.gone ? ` Gone since ${w.gone}.` : "",
		w.change ? ` Afterwards: ${w.change}.` : "",
		h("span", { class: "quiet" }, ` ${w.source}`));
}

function foundRules(text) {
	const want = text.trim().toLowerCase();
	if (!want)
		return [];
	const has = (...of) => of.some((s) => s.toLowerCase().includes(want));
	const paragraphs = lib.book.paragraphs.filter((p) =>
		p.rule.toLowerCase().startsWith(want) || has(p.title, p.says));
	const provisions = lib.book.provisions.filter((p) =>
		has(p.provision) || p.wordings.some((w) =>
			w.rule.toLowerCase().startsWith(want) || has(w.says)));
	return [h("p", { role: "status" }, `${paragraphs.length} paragraphs, ` +
		`${provisions.length} provisions.`),
	paragraphs.slice(0, 40).map((p) => h("section", null,
		h("h3", null, p.rule, p.title ? ` ${p.title}` : ""),
		h("p", null, p.says),
		p.later ? h("p", { class: "quiet" }, `Later: ${p.later}.`) : null,
		p.reading ? h("p", { class: "quiet" }, `Reading: ${p.reading}.`) : null)),
	provisions.slice(0, 40).map((p) => h("section", null,
		h("h3", null, `Wordings held of ${p.provision}`),
		h("ul", null, p.wordings.map(wording))))];
}

function ruleScreen() {
	const found = h("div");
	const input = h("input", { id: "rule", type: "search", autocomplete: "off",
		oninput: () => found.replaceChildren(
			...foundRules(input.value).flat(Infinity)) });
	return [h("h2", null, "Look a rule up"),
		h("p", null, h("label", { for: "rule" },
			"Number, term or word "), input), found];
}

// -- Files -------------------------------------------------------------------

// RFC 4180; throws with the line at which a quote is not closed as it must be.
function readCsv(text) {
	const rows = [[]];
	let at = 0, line = 1;
	const end = () => at >= text.length;
	while (!end()) {
		let cell = "";
		if (text[at] === '"') {
			const began = line;
			for (at++; ; at++) {
				if (end())
					throw new Error(`line ${began}: a quote is not closed`);
				if (text[at] === "\n")
					line++;
				if (text[at] !== '"')
					cell += text[at];
				else if (text[at + 1] === '"')
					cell += text[at++];
				else
					break;
			}
			at++;
			if (!end() && !",\r\n".includes(text[at]))
				throw new Error(`line ${line}: text behind a closing quote`);
		} else {
			while (!end() && !",\r\n".includes(text[at]))
				cell += text[at++];
		}
		rows.at(-1).push(cell);
		if (text[at] === ",") {
			if (++at >= text.length)
				rows.at(-1).push("");
			continue;
		}
		if (text[at] === "\r")
			at++;
		if (text[at] === "\n")
			at++;
		line++;
		if (!end())
			rows.push([]);
	}
	const [head, ...body] = rows;
	const twice = head.find((n, i) => n && head.indexOf(n) !== i);
	if (twice)
		throw new Error("line 1: two columns have one name");
	return body.filter((r) => r.some((c) => c !== "")).map((r, i) => {
		if (r.length !== head.length)
			throw new Error(`record ${i + 1}: not as many cells as names`);
		return Object.fromEntries(head.map((n, k) => [n, r[k]]));
	});
}

// A mapping of scalars and lists, documents between "---"; else it says so.
function readYaml(text) {
	const scalar = (s) => {
		s = s.trim();
		if (/^".*"$/.test(s))
			return JSON.parse(s);
		if (/^'.*'$/.test(s))
			return s.slice(1, -1).replaceAll("''", "'");
		return s.replace(/\s+#.*$/, "");
	};
	const records = [{}];
	let key = null;
	text.split(/\r?\n/).forEach((line, i) => {
		if (/^\s*(#.*)?$/.test(line))
			return;
		if (/^---/.test(line)) {
			records.push({});
			return;
		}
		const item = /^\s+- (.*)$/.exec(line), pair = /^([^\s#-][^:]*):(.*)$/.exec(line);
		if (item && key) {
			const before = records.at(-1)[key];
			records.at(-1)[key] = [...(Array.isArray(before) ? before : []),
				scalar(item[1])];
		} else if (pair) {
			key = pair[1];
			const flow = /^\s*\[(.*)\]\s*$/.exec(pair[2]);
			records.at(-1)[key] = flow ? flow[1].split(",").map(scalar) :
				scalar(pair[2]);
		} else {
			throw new Error(`line ${i + 1}: only names with a value or a list are read here`);
		}
	});
	return records.filter((r) => Object.keys(r).length);
}

function readFile(name, text) {
	text = text.replace(/^\ufeff/, "");
	if (/^\s*[[{]/.test(text)) {
		const whole = /^\s*\[/.test(text) ? JSON.parse(text) :
			text.split("\n").filter((l) => l.trim()).map((l) => JSON.parse(l));
		return whole;
	}
	return /\.ya?ml$/i.test(name) ? readYaml(text) : readCsv(text);
}

function judgeAll(records, question) {
	const rows = [];
	const unread = new Set();
	for (const r of records) {
		const a = lib.answer(question, r, page.asOf);
		a.unread?.forEach((n) => unread.add(n));
		if (question === "deadline" && !a.error)
			for (const d of a.duties)
				rows.push({ case_id: r.case_id ?? "", ...d });
		else
			rows.push({ ...r, ...Object.fromEntries(Object.entries(a)
				.filter(([k, v]) => typeof v === "string" && k !== "ask")) });
	}
	return { rows, unread: [...unread] };
}

// Cells that a spreadsheet would run become text.
function csv(rows) {
	const names = [...new Set(rows.flatMap((r) => Object.keys(r)))];
	const cell = (v) => {
		let text = Array.isArray(v) ? v.join("; ") : String(v ?? "");
		if (/^[=+@\t\r]|^-(?!\d+$)/.test(text))
			text = `'${text}`;
		return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	};
	return `\ufeff${[names, ...rows.map((r) => names.map((n) => r[n]))]
		.map((r) => r.map(cell).join(",")).join("\r\n")}\r\n`;
}

const SHOWN = {
	eligible: ["case_id", "eligible", "eligible_rule", "eligible_missing",
		"eligible_basis"],
	permit: ["case_id", "permit", "permit_rule", "permit_problems",
		"permit_missing", "permit_basis"],
	return: ["case_id", "return_procedure", "return_rule", "return_hold",
		"return_missing", "return_basis"],
	deadline: ["case_id", "says", "rule", "owed_by", "due", "days_left", "status"],
};

function fileTable({ rows, unread }, question) {
	const shown = SHOWN[question];
	const url = URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv" }));
	return [h("p", { role: "status" }, `${rows.length} rows.`),
		unread.length ? h("p", { class: "open" },
			`Columns that are no field and were not read: ${unread.join(", ")}.`) : null,
		h("p", null, h("a", { href: url, download: `${question}.csv` },
			"Download as CSV")),
		h("div", { class: "scroll", tabindex: "0", role: "region",
			"aria-label": "Answers" },
		h("table", null, h("caption", null,
			`${QUESTIONS[question].title} As of ${page.asOf}`),
		h("thead", null, h("tr", null, shown.map((n) =>
			h("th", { scope: "col" }, n)))),
		h("tbody", null, rows.slice(0, 500).map((r) => h("tr", null,
			shown.map((n) => h("td", null, String(r[n] ?? "")))))))),
		rows.length > 500 ? h("p", null,
			"The first 500 rows are shown; the download has all.") : null];
}

function fileScreen() {
	const out = h("div");
	const which = h("select", { id: "which" }, ["eligible", "permit", "return",
		"deadline"].map((id) => h("option", { value: id }, QUESTIONS[id].title)));
	const judge = async (file) => {
		try {
			const records = readFile(file.name, await file.text());
			out.replaceChildren(...fileTable(judgeAll(records, which.value),
				which.value).flat(Infinity).filter(Boolean));
		} catch (e) {
			out.replaceChildren(h("p", { class: "bad", role: "alert" },
				e instanceof SyntaxError ? "This is not JSON that can be read." :
					e.message));
		}
	};
	const input = h("input", { type: "file", id: "file",
		accept: ".csv,.json,.yaml,.yml,.txt",
		onchange: () => input.files[0] && judge(input.files[0]) });
	return [h("h2", null, "Judge a file"), asOfForm(),
		h("p", null, h("label", { for: "which" }, "Question "), which),
		h("div", { class: "drop",
			ondragover: (event) => event.preventDefault(),
			ondrop: (event) => {
				event.preventDefault();
				if (event.dataTransfer.files[0])
					judge(event.dataTransfer.files[0]);
			} },
		h("label", { for: "file" }, "A CSV, JSON or YAML file, dropped here or chosen: "),
		input), out];
}

function show() {
	const screens = { null: startScreen, rule: ruleScreen, file: fileScreen };
	const screen = screens[page.question] ?? caseScreen;
	document.getElementById("main").replaceChildren(
		...screen().flat(Infinity).filter(Boolean));
	document.querySelector("nav").hidden = page.question === null;
	document.getElementById("questions").replaceChildren(
		...Object.entries(QUESTIONS).map(([id, q]) => h("li", null,
			h("button", { type: "button",
				"aria-pressed": String(page.question === id),
				onclick: () => start(id) }, q.title))));
	(document.querySelector("fieldset input") ??
		document.getElementById("main")).focus();
}

lib.load().then(() => {
	document.getElementById("law").textContent =
		"Rules of the Interstate Commission for Juveniles, " +
		"2015 to 2024; the edition of 2026-04-01 is not held.";
	show();
	document.body.dataset.ready = "yes";
}, (e) => {
	document.getElementById("wait").textContent =
		`This browser cannot run the page (${e.message}); one of 2023 or later can.`;
});
