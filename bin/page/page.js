// SPDX-License-Identifier: MIT
// page.js - an office's page: one case by questions, or a file.  It knows no rule
// and reads no file: the tools do, as they stand, and what it shows is their words.
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
		machine.module = await WebAssembly.compile(bytes);
		this.program = await machine.start();
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

	// What settles most, "" if nothing does.  Not known is said to be so.
	next(question, record, asOf) {
		const answer = JSON.parse(this.call("icj_answer_json", question,
			JSON.stringify(record), asOf, null, null));
		return answer.ask ?? "";
	},
};

// -- The machine -------------------------------------------------------------

// What a tool finds of a machine: files in memory, a clock, nothing else.  Each
// run has a module of its own, so that nothing is left of the one before.
const BAD_FILE = 8, NO_FILE = 44, NO_SEEK = 70, FOLDER = 3, FIRST_FILE = 4;

const machine = {
	module: null,

	async start(files = {}, out = [[], []]) {
		const open = [], at = () => new DataView(exports.memory.buffer);
		const bytes = (from, n) =>
			new Uint8Array(exports.memory.buffer, from, n);
		const names = Object.keys(files);
		const nameAt = (from, n) =>
			new TextDecoder().decode(bytes(from, n)).replace(/^\.?\//, "");
		const put = (to, type, size, number, inode) => {
			bytes(to, size).fill(0);
			at().setBigUint64(to + 8, BigInt(inode), true);
			at().setUint8(to + 16, type);
			at().setBigUint64(to + 32, BigInt(number), true);
			return 0;
		};
		const file = (fd) => open[fd - FIRST_FILE];
		const status = (name, to) => name in files ?
			put(to, 4, 64, files[name].length, names.indexOf(name) + 10) :
			NO_FILE;
		// The parts of memory that a call reads into, or writes from.
		const parts = (from, n, each) => {
			let sum = 0;
			for (let i = 0; i < n; i++)
				sum += each(at().getUint32(from + 8 * i, true),
					at().getUint32(from + 8 * i + 4, true));
			return sum;
		};
		const calls = {
			clock_time_get: (id, precision, to) => {
				at().setBigUint64(to, BigInt(Date.now()) * 1000000n, true);
				return 0;
			},
			fd_prestat_get: (fd, to) => {
				if (fd !== FOLDER)
					return BAD_FILE;
				at().setUint32(to, 0, true);
				at().setUint32(to + 4, 1, true);
				return 0;
			},
			fd_prestat_dir_name: (fd, to) => {
				bytes(to, 1)[0] = 47;
				return 0;
			},
			path_open: (fd, how, from, n, flags, rights, inherit, more, to) => {
				const name = nameAt(from, n);
				if (!(name in files))
					return NO_FILE;
				open.push({ name, bytes: files[name], read: 0 });
				at().setUint32(to, FIRST_FILE + open.length - 1, true);
				return 0;
			},
			fd_read: (fd, from, n, to) => {
				const f = file(fd);
				at().setUint32(to, parts(from, n, (where, room) => {
					const some = f ?
						f.bytes.subarray(f.read, f.read + room) : [];
					bytes(where, some.length).set(some);
					if (f)
						f.read += some.length;
					return some.length;
				}), true);
				return 0;
			},
			fd_write: (fd, from, n, to) => {
				if (fd !== 1 && fd !== 2)
					return BAD_FILE;
				at().setUint32(to, parts(from, n, (where, size) => {
					out[fd - 1].push(bytes(where, size).slice());
					return size;
				}), true);
				return 0;
			},
			fd_seek: (fd, by, whence, to) => {
				const f = file(fd);
				if (!f)
					return NO_SEEK;
				f.read = Number(by) + [0, f.read, f.bytes.length][whence];
				at().setBigUint64(to, BigInt(f.read), true);
				return 0;
			},
			fd_fdstat_get: (fd, to) => {
				bytes(to, 24).fill(255);
				at().setUint16(to, fd === FOLDER ? 3 : file(fd) ? 4 : 0, true);
				at().setUint16(to + 2, 0, true);
				return 0;
			},
			fd_filestat_get: (fd, to) => file(fd) ?
				status(file(fd).name, to) : put(to, 0, 64, 0, fd + 1),
			path_filestat_get: (fd, how, from, n, to) =>
				status(nameAt(from, n), to),
			proc_exit: () => { throw new Error("the program broke off"); },
		};
		const imports = {};
		for (const i of WebAssembly.Module.imports(this.module))
			(imports[i.module] ??= {})[i.name] = calls[i.name] ??
				((fd) => fd >= FIRST_FILE || i.name === "fd_close" ? 0 : NO_SEEK);
		const { exports } = await WebAssembly.instantiate(this.module, imports);
		exports._initialize?.();
		return exports;
	},

	// A command line, its first word the tool; files by their names.
	async run(words, files = {}) {
		const out = [[], []];
		const program = await this.start(files, out);
		const line = new TextEncoder().encode(
			words.map((w) => `${w.replaceAll("\0", "")}\0`).join(""));
		const where = program.malloc(line.length);
		new Uint8Array(program.memory.buffer).set(line, where);
		const status = program.icj_page_run(where, line.length);
		// A byte-order mark is a byte like any other.
		const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
		const [text, told] = await Promise.all(out.map(async (of) =>
			decoder.decode(await new Blob(of).arrayBuffer())));
		return { status, out: text, told: told.split("\n").filter(Boolean),
			bytes: new Blob(out[0]) };
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
		tool: "icj-eligible", verdict: "eligible" },
	permit: { title: "Is a travel permit needed?", rule: "Rule 8-101",
		tool: "icj-permit", verdict: "permit" },
	return: { title: "How is the juvenile returned?", rule: "Rules 6-101 to 7-107",
		tool: "icj-return", verdict: "return_procedure" },
	deadline: { title: "What is due, and when?", rule: "all dated duties",
		tool: "icj-deadline" },
	rule: { title: "Look a rule up" },
	file: { title: "Judge a file" },
};

// How a verdict looks; any other is a plain one.
const TONES = { yes: "good", no: "bad", unknown: "open", invalid: "bad",
	mandatory: "open", excluded: "bad", unclassified: "bad" };

// What tools read beside the case: how an office names its columns, days it is
// closed, and what it states of the law.
const BESIDE = {
	holidays: { option: "-H", label: "Days an office is closed (CSV)" },
	map: { option: "-m", label: "Your names of columns (YAML)" },
	amend: { option: "--amend", label: "Your rulebook of later editions (YAML)" },
};

const page = { question: null, facts: new Map(), asOf: today(), asked: null,
	back: [], beside: new Map(), order: "" };

const record = () => Object.fromEntries(page.facts);

// The options that a run has, and the files they name.
function besides(...kinds) {
	const of = [...page.beside].filter(([kind]) => kinds.includes(kind));
	return { options: of.flatMap(([kind, f]) => [BESIDE[kind].option, f.name]),
		files: Object.fromEntries(of.map(([, f]) => [f.name, f.bytes])) };
}

// One fact at least, for without any the tool would read a file.
const factWords = () => page.facts.size === 0 ? ["case_id="] :
	[...page.facts].map(([k, v]) => `${k}=${v === "" ? "unknown" : v}`);

function runCase(tool, ...options) {
	const { options: beside, files } = besides("holidays", "amend");
	return machine.run([tool, "-a", page.asOf, ...beside, ...options, "--",
		...factWords()], files);
}

function start(question) {
	page.question = question;
	page.file = null;
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
				"aria-label": `Change: ${words(name)}`,
				onclick: () => { page.asked = name; show(); } },
			"change"), " ", h("button", { type: "button",
				"aria-label": `Forget: ${words(name)}`,
				onclick: () => { page.facts.delete(name); show(); } },
			"forget"))])));
}

// -- Answers ---------------------------------------------------------------

// The tool's lines end where a terminal does; the browser's where its window does.
const paragraphs = (text) => text.replace(/\n {3,4}(?=\S)/g, " ")
	.split("\n").filter(Boolean);

// The tool's prose: those that begin alike are a list.
function prose(lines) {
	const out = [];
	for (const line of lines) {
		const [, mark, words] = /^(- |\d+\. )?\s*(.*)$/.exec(line);
		const tag = !mark ? null : mark === "- " ? "UL" : "OL";
		if (!tag)
			out.push(h("p", null, words));
		else if (out.at(-1)?.tagName === tag)
			out.at(-1).append(h("li", null, words));
		else
			out.push(h(tag.toLowerCase(), null, h("li", null, words)));
	}
	return out;
}

// What the tool had to say beside its answer, a line each.
function messages(told) {
	return told.length ? h("ul", { class: "told", "aria-label": "Messages" },
		told.map((line) => h("li", { class: / error|: [a-z_]+: not /.test(line) ?
			"bad" : "open" }, line))) : null;
}

function verdictOf(question, ran, columns) {
	const [first, ...parts] = ran.out.split("\n\n");
	const lines = paragraphs(first).filter((l) => !/^Case /.test(l));
	const verdict = columns?.[QUESTIONS[question].verdict];
	return [h("p", { class: `verdict ${TONES[verdict] ?? "plain"}` }, lines.shift()),
		prose(lines), messages(ran.told),
		parts.filter((p) => /^What /.test(p)).map((p) => {
			const [title, ...rest] = paragraphs(p);
			return [h("h3", null, title.replace(/:$/, "")), prose(rest)];
		}),
		parts.filter((p) => p && !/^What /.test(p)).map((p) =>
			h("details", null, h("summary", null, "Every limb of the rule"),
				h("ul", null, paragraphs(p).map((l) => h("li", null, l)))))];
}

// What decides stands where a narrow window has not cut it off.
const DUTY_COLUMNS = ["due", "days_left", "status", "rule", "owed_by"];
const DUTY_HEADS = ["Duty", "Due", "Days left", "Status", "Rule", "Owed by"];

function dutyCell(d, c) {
	if (c === "owed_by" && d.owed_by_state)
		return `${d[c]} (${d.owed_by_state})`;
	return c === "due" && d.extended_to ? `${d.extended_to} (extended)` : d[c];
}

function dutyTable(rows) {
	const says = new Map(lib.book.duties.map((d) => [d.duty, d.says]));
	return h("div", { class: "scroll", tabindex: "0", role: "region",
		"aria-label": "Duties" },
	h("table", null, h("caption", null, `As of ${page.asOf}`),
		h("thead", null, h("tr", null, DUTY_HEADS.map((t) =>
			h("th", { scope: "col" }, t)))),
		h("tbody", null, rows.map((d) => [h("tr", null,
			h("th", { scope: "row" }, says.get(d.duty) ?? d.duty),
			DUTY_COLUMNS.map((c, i) => h("td", { class: "number",
				"data-head": DUTY_HEADS[i + 1] }, dutyCell(d, c)))),
		noteRow(d.note, DUTY_HEADS.length)]))));
}

// A note stands below its row, where it has room.
const noteRow = (note, columns) => note ? h("tr", { class: "note" },
	h("td", { colspan: columns }, "Note: ", note)) : null;

const rowsOf = (text) => text.split("\n").filter(Boolean).map((l) => JSON.parse(l));

function duties(ran, rows) {
	const [first] = ran.out.split("\n\n");
	const lines = paragraphs(first).filter((l) => !/^Case /.test(l));
	const late = rows.some((d) => ["overdue", "exceeded"].includes(d.status));
	return [h("p", { class: `verdict ${late ? "bad" : "plain"}` }, lines.shift()),
		rows.length ? dutyTable(rows) : h("p", null, "State the events that have ",
			"happened: each starts what the rules owe after it."),
		// The rows say what stands between.
		prose(lines.filter((l) => /^(Presumed|Rules)/.test(l))),
		messages(ran.told)];
}

// -- The case again ----------------------------------------------------------

const plain = (text) => /^[A-Za-z0-9_.:\/+,@%=-]+$/.test(text);

function command() {
	const q = QUESTIONS[page.question];
	const quoted = (text) => plain(text) ? text :
		`'${text.replaceAll("'", "'\\''")}'`;
	return [q.tool, "-a", page.asOf, ...besides("holidays", "amend").options,
		...factWords()].map(quoted).join(" ");
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

// What an office meets every day stands before the Commission's own business.
const commonFirst = (names) => [...names].sort((a, b) =>
	/^[29]/.test(lib.fields.get(a).rule ?? "") -
	/^[29]/.test(lib.fields.get(b).rule ?? ""));
const triggers = () => [...new Set(lib.book.duties.flatMap((d) =>
	[...list(d.trigger), ...list(d.done)]))].filter((n) => lib.fields.has(n));

async function caseScreen() {
	const question = page.question, q = QUESTIONS[question];
	const dated = question === "deadline";
	const ran = await runCase(q.tool, "-q", "-o", "explain");
	const rows = rowsOf((await runCase(q.tool, "-q", "-o", "json",
		...dated ? ["--sort"] : [])).out);
	const ask = page.asked ?? (dated ? null :
		lib.next(question, record(), page.asOf));
	const read = [...lib.fields.keys()].filter((n) =>
		lib.fields.get(n).questions.includes(question));
	const names = dated ? [...new Set([...commonFirst(triggers()), ...read])] :
		read.sort((a, b) => words(a).localeCompare(words(b)));
	return [h("h2", null, q.title), asOfForm(),
		ask ? questionForm(ask) : null,
		ask && dated ? null : anyFactForm(dated ? "What has happened?" :
			"Another fact that matters", names),
		h("section", { class: "answer", "aria-live": "polite",
			"aria-label": "Answer" },
		!ran.out ? [h("p", { class: "verdict bad" }, "This cannot be judged."),
			messages(ran.told)] :
			dated ? duties(ran, rows) : verdictOf(question, ran, rows[0])),
		factsList(), again(), besideForm("holidays", "amend")];
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

// A name that the command line takes for a file, and that no other file has.
function fileName(name, taken) {
	const last = name.replace(/^.*[\\/]/, "").replace(/=/g, "-")
		.replace(/^-+/, "") || "file";
	return taken.includes(last) ? fileName(`other-${last}`, taken) : last;
}

const takenNames = () => [...page.beside.values()].map((f) => f.name);

// Files that are read beside the case or its file, kept until taken away.
function besideForm(...kinds) {
	return h("details", { class: "beside", open: kinds.some((k) =>
		page.beside.has(k)) }, h("summary", null, "Files of your office"),
	kinds.map((kind) => {
		const kept = page.beside.get(kind), id = `beside-${kind}`;
		const input = h("input", { type: "file", id, onchange: async () => {
			const file = input.files[0];
			if (!file)
				return;
			page.beside.delete(kind);
			page.beside.set(kind, { name: fileName(file.name, takenNames()),
				bytes: new Uint8Array(await file.arrayBuffer()) });
			show();
		} });
		return h("p", null, h("label", { for: id }, `${BESIDE[kind].label} `),
			input, kept ? [` ${kept.name} `, h("button", { type: "button",
				onclick: () => { page.beside.delete(kind); show(); } },
			"take away")] : null);
	}));
}

// Dates other than 2015-07-02 are never guessed.
const ORDERS = [["", "2026-07-02"], ["mdy", "7/2/2026, the month first"],
	["dmy", "2/7/2026, the day first"]];

async function runFile(file, question, ...options) {
	const { options: beside, files } = besides("holidays", "map", "amend");
	const name = fileName(file.name, Object.keys(files));
	return machine.run([QUESTIONS[question].tool, "-a", page.asOf, ...beside,
		...(page.order ? ["--date-format", page.order] : []), ...options,
		"--", name], { ...files,
		[name]: new Uint8Array(await file.arrayBuffer()) });
}

const SHOWN = {
	eligible: ["eligible", "eligible_rule", "eligible_missing"],
	permit: ["permit", "permit_rule", "permit_problems", "permit_missing"],
	return: ["return_procedure", "return_rule", "return_hold", "return_missing"],
	deadline: ["duty", "rule", "owed_by", "due", "days_left", "status"],
};

// Of a row in the words of its file, the cells that are shown: who it is first.
function shownRows(rows, question) {
	const own = SHOWN[question];
	const first = Object.keys(rows[0] ?? {}).find((n) =>
		/^case.?id$/i.test(n)) ?? Object.keys(rows[0] ?? {})[0];
	return own.includes(first) || !first ? own : [first, ...own];
}

function fileTable(rows, question) {
	const shown = shownRows(rows, question);
	return [h("div", { class: "scroll", tabindex: "0", role: "region",
		"aria-label": "Answers" },
	h("table", null, h("caption", null,
		`${QUESTIONS[question].title} As of ${page.asOf}`),
	h("thead", null, h("tr", null, shown.map((n) =>
		h("th", { scope: "col" }, n.replaceAll("_", " "))))),
	h("tbody", null, rows.slice(0, 500).map((r) => [h("tr", null,
		shown.map((n) => h("td", { "data-head": n.replaceAll("_", " ") },
			[r[n] ?? ""].flat().join("; ")))),
	noteRow(r[question === "deadline" ? "note" : `${question}_note`],
		shown.length)])))),
	rows.length > 500 ? h("p", null,
		"The first 500 rows are shown; the download has all.") : null];
}

async function judgeFile(file, question) {
	const ran = await runFile(file, question, "-o", "json", "--unread");
	if (ran.status === 2)
		return [h("p", { class: "bad verdict", role: "alert" },
			"This file cannot be judged."), messages(ran.told)];
	const sheet = await runFile(file, question, "-o", "csv", "--spreadsheet");
	const url = URL.createObjectURL(new Blob([sheet.bytes], { type: "text/csv" }));
	const rows = rowsOf(ran.out);
	return [ran.status === 4 ? h("p", { class: "bad verdict", role: "alert" },
		"The file breaks off, or is broken, where the message says: what stands " +
		"behind it was not judged.") : null,
	h("p", { role: "status" }, `${rows.length} rows.`), messages(ran.told),
	h("p", null, h("a", { href: url, download: `${question}.csv` },
		"Download as CSV")), rows.length ? fileTable(rows, question) : null];
}

page.file = null;
page.which = "deadline";

function takeFile(file) {
	if (!file)
		return;
	page.question = "file";
	page.file = file;
	show();
}

// Wherever it is dropped: a browser would leave the page for the file.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
	event.preventDefault();
	takeFile(event.dataTransfer.files[0]);
});

async function fileScreen() {
	const which = h("select", { id: "which", onchange: () => {
		page.which = which.value;
		show();
	} }, ["deadline", "eligible", "permit", "return"].map((id) =>
		h("option", { value: id, selected: id === page.which },
			QUESTIONS[id].title)));
	const order = h("select", { id: "order", onchange: () => {
		page.order = order.value;
		show();
	} }, ORDERS.map(([id, text]) => h("option", { value: id,
		selected: id === page.order }, text)));
	const input = h("input", { type: "file", id: "file",
		onchange: () => takeFile(input.files[0]) });
	return [h("h2", null, "Judge a file"), asOfForm(),
		h("p", null, h("label", { for: "which" }, "Question "), which),
		h("p", null, h("label", { for: "order" }, "Dates are written "), order),
		h("div", { class: "drop" },
		h("label", { for: "file" }, "A CSV, JSON or YAML file, dropped here or chosen: "),
		input, page.file ? h("p", null, `Judged here: ${page.file.name}`) : null),
		besideForm("map", "holidays", "amend"),
		page.file ? h("section", { "aria-live": "polite", "aria-label": "Answer" },
			await judgeFile(page.file, page.which)) : null];
}

let shown = 0;

// A screen that was asked for later is the one that stays.
async function show() {
	const turn = ++shown;
	const screens = { null: startScreen, rule: ruleScreen, file: fileScreen };
	const was = document.activeElement?.id;
	const made = await (screens[page.question] ?? caseScreen)();
	if (turn !== shown)
		return;
	document.getElementById("main").replaceChildren(
		...made.flat(Infinity).filter(Boolean));
	document.querySelector("nav").hidden = page.question === null;
	document.getElementById("questions").replaceChildren(
		...Object.entries(QUESTIONS).map(([id, q]) => h("li", null,
			h("button", { type: "button",
				"aria-pressed": String(page.question === id),
				onclick: () => start(id) }, q.title))));
	((was && was !== "main" && document.getElementById(was)) ||
		document.querySelector("fieldset input") ||
		document.getElementById("main")).focus();
	document.body.dataset.shown = turn;
}

// Paper shows what a screen folds.
addEventListener("beforeprint", () =>
	document.querySelectorAll("section.answer details").forEach((d) => {
		d.open = true;
	}));

lib.load().then(() => {
	document.getElementById("law").textContent =
		"Rules of the Interstate Commission for Juveniles, " +
		"2015 to 2024; the edition of 2026-04-01 is not held.";
	show().then(() => { document.body.dataset.ready = "yes"; });
}, (e) => {
	document.getElementById("wait").textContent =
		`This browser cannot run the page (${e.message}); one of 2023 or later can.`;
});
