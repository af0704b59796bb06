/* SPDX-License-Identifier: MIT */
/*
 * jobs.c - the records of one CSV judged by several threads.  Each in turn
 * takes a block of records, judges it with a case, a report and cells of its
 * own, and in turn writes: what comes out is what one thread would have
 * written, byte for byte.
 *
 * Whatever is not plain stops the threads in front of its block, and the run
 * goes on from there on one: a block that does not end with a record (see
 * share.c), an invalid record where such a record is to stop the run, a warning
 * that is given once, memory that is short.  So no thread has to know what comes of it.
 */
#include "tool/tool.h"

#include "tool/show.h"
#include "tool/trailer.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct jobs {
	struct tool *t;
	pthread_mutex_t read, write;
	pthread_cond_t turn;
	unsigned long blocks;  /* taken, under read */
	unsigned long written; /* of them, under write */
	bool redo;             /* blocks go back, under write */
	bool failed;           /* nothing can be written, under write */
	atomic_bool over;      /* no more blocks are to be taken */
};

struct worker {
	struct jobs *jobs;
	pthread_t thread;
	bool running;
	struct tool t; /* a copy with what a record needs its own of */
	struct tool_say say;
	unsigned long number; /* of the block at hand */
	bool plain;           /* it can be written as it was judged */
};

/* -- One block ---------------------------------------------------------- */

static bool jobs_take(struct worker *w)
{
	struct jobs *j = w->jobs;
	bool got;

	pthread_mutex_lock(&j->read);
	got = !j->over && rec_share(input_reader(j->t),
	    input_reader(&w->t)) > 0;
	if (got)
		w->number = j->blocks++;
	else
		j->over = true;
	pthread_mutex_unlock(&j->read);
	return got;
}

static void jobs_judge(struct worker *w)
{
	struct tool *t = &w->t;
	bool going = true;

	t->status = TOOL_FINE;
	t->found = t->word_warned = false;
	t->nearest = 0;
	t->records = t->invalids = 0;
	tool_say_start(&w->say);
	rec_drop_pending(t->sink);
	while (going && input_next(t))
		going = tool_record(t);
	w->plain = going && t->status < TOOL_STOPPED && !w->say.lost &&
	    t->void_warned == w->jobs->t->void_warned &&
	    rec_was_whole(input_reader(t));
}

static void write_block(struct worker *w)
{
	struct tool *t = w->jobs->t;

	tool_say_end(t, &w->say);
	t->nearest += w->t.nearest;
	t->word_warned |= w->t.word_warned;
	t->records += w->t.records;
	t->invalids += w->t.invalids;
	t->found |= w->t.found;
	t->wrote = true;
	tool_status(t, w->t.status);
	if ((!t->kind->lead || t->kind->lead(t) == 0) &&
	    rec_put_pending(t->sink, w->t.sink) == 0 && rec_pause(t->sink) == 0)
		return;
	tool_say_write(t, t->sink, 0);
	w->jobs->failed = true;
	w->jobs->over = true;
}

static void give_back(struct worker *w)
{
	struct jobs *j = w->jobs;

	j->over = true;
	pthread_mutex_lock(&j->read);
	if (!rec_give_back(input_reader(j->t), input_reader(&w->t))) {
		tool_error(j->t, NULL, TOOL_E_MEMORY, "out of memory");
		tool_status(j->t, TOOL_STOPPED);
		j->failed = true;
	}
	pthread_mutex_unlock(&j->read);
}

/* In the order in which the blocks were taken. */
static void jobs_put(struct worker *w)
{
	struct jobs *j = w->jobs;

	pthread_mutex_lock(&j->write);
	while (j->written != w->number)
		pthread_cond_wait(&j->turn, &j->write);
	j->redo |= !w->plain;
	if (!j->failed && j->redo)
		give_back(w);
	else if (!j->failed)
		write_block(w);
	j->written++;
	pthread_cond_broadcast(&j->turn);
	pthread_mutex_unlock(&j->write);
}

static void *work(void *arg)
{
	struct worker *w = arg;

	while (jobs_take(w)) {
		jobs_judge(w);
		jobs_put(w);
	}
	return NULL;
}

/* -- Workers ------------------------------------------------------------ */

static bool worker_own(struct tool *t, struct tool *of)
{
	if (t->kind->own_size > 0)
		t->own = calloc(1, t->kind->own_size);
	else if (t->kind->fork)
		t->own = t->kind->fork(of);
	else
		return true;
	return t->own;
}

static bool worker_new(struct worker *w, struct jobs *j)
{
	struct tool *t = &w->t;

	w->jobs = j;
	*t = *j->t;
	t->say = &w->say; /* what there is to say of the columns was said */
	t->told = &w->say.told;
	t->input = NULL;
	t->own = NULL;
	t->rec = NULL;
	t->ready = NULL;
	t->facts = icj_case_new();
	t->report = icj_report_new();
	t->cells = cells_new();
	t->sink = rec_out_pending();
	if (!t->facts || !t->report || !t->cells || !t->sink)
		return false;
	if (!show_pick(t, t->sink))
		return false;
	if (!t->plain)
		icj_report_brief(t->report); /* nothing is explained */
	if (t->trailer)
		rec_out_mark(t->sink, TRAILER_NAME, NULL, NULL);
	if (!worker_own(t, j->t))
		return false;
	facts_begin(t);
	if (!input_like(t, j->t->input))
		return false;
	ready_begin(t);
	return true;
}

static void worker_free(struct worker *w)
{
	struct tool *t = &w->t;

	if (!w->jobs)
		return;
	input_close_all(t);
	if (t->kind->drop && t->own)
		t->kind->drop(t->own);
	else
		free(t->own);
	icj_case_free(t->facts);
	icj_report_free(t->report);
	cells_free(t->cells);
	ready_free(t->ready);
	rec_out_free(t->sink);
	free(w->say.at);
}

bool jobs_wanted(const struct tool *t)
{
	return t->jobs > 1 && t->kind->threads && t->sink && !t->explain && !t->ics &&
	    !t->rejects_name && !t->log_name && t->fact_count == 0 && t->shared != t->input &&
	    input_may_share(t);
}

static void start(struct worker *w, unsigned n, struct jobs *j)
{
	unsigned made = 0;

	/* Nobody writes to j->t while it is copied. */
	while (made < n && worker_new(&w[made], j))
		made++;
	for (unsigned i = 0; i < made; i++)
		w[i].running = pthread_create(&w[i].thread, NULL, work,
		    &w[i]) == 0;
}

/* Fewer threads than asked for, or none, do the same. */
bool jobs_run(struct tool *t)
{
	struct jobs j = {.t = t};
	struct worker *w = calloc(t->jobs, sizeof(*w));

	t->shared = t->input;
	if (!w)
		return true;
	pthread_mutex_init(&j.read, NULL);
	pthread_mutex_init(&j.write, NULL);
	pthread_cond_init(&j.turn, NULL);
	t->sharing = true;
	start(w, t->jobs, &j);
	for (unsigned i = 0; i < t->jobs; i++) {
		if (w[i].running)
			pthread_join(w[i].thread, NULL);
		worker_free(&w[i]);
	}
	t->sharing = false;
	pthread_cond_destroy(&j.turn);
	pthread_mutex_destroy(&j.write);
	pthread_mutex_destroy(&j.read);
	free(w);
	return !j.failed;
}
