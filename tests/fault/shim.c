/* SPDX-License-Identifier: MIT */
/*
 * shim.c - LD_PRELOADed into a tool, it lets the system fail as $FAULT says:
 *
 *	alloc:N       the N-th allocation finds no memory
 *	read:N        the N-th read fails (EIO)
 *	write:N       the N-th write to stdout or a later file fails (ENOSPC)
 *	short         reads and writes take a byte or two at a time
 *	eintr         every other read and write is interrupted
 *	eagain        every other read and write would block
 *
 * Threads may call, too; which of their calls is the N-th is then chance.
 * At the end it writes one line to descriptor 9, if that is open: how many
 * calls there were, whether one failed, what is still allocated.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { REPORT = 9 };

static long at_alloc, at_read, at_write;
static atomic_long allocs, reads, writes, live, failed;
static bool is_short, is_eintr, is_eagain, begun;

/* glibc's own, so that nothing has to be looked up before it can be. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void __libc_free(void *old);

static long number(const char *fault, const char *key)
{
	size_t n = strlen(key);

	return strncmp(fault, key, n) == 0 ? atol(fault + n) : 0;
}

__attribute__((constructor))
static void begin(void)
{
	const char *fault = getenv("FAULT");

	begun = true;
	if (!fault)
		return;
	unsetenv("LD_PRELOAD"); /* the tools that a tool runs are spared */
	at_alloc = number(fault, "alloc:");
	at_read = number(fault, "read:");
	at_write = number(fault, "write:");
	is_short = strcmp(fault, "short") == 0;
	is_eintr = strcmp(fault, "eintr") == 0;
	is_eagain = strcmp(fault, "eagain") == 0;
}

__attribute__((destructor))
static void end(void)
{
	char line[80];
	int n = snprintf(line, sizeof(line), "%ld %ld %ld %ld %ld\n",
	    (long)allocs, (long)reads, (long)writes, (long)failed, (long)live);

	begun = false;
	if (write(REPORT, line, (size_t)n) < 0)
		return;
}

/* -- Memory ------------------------------------------------------------- */

static bool fails(void)
{
	if (!begun || ++allocs != at_alloc)
		return false;
	failed++;
	errno = ENOMEM;
	return true;
}

static void *counted(void *p)
{
	live += begun && p;
	return p;
}

void *malloc(size_t size)
{
	return fails() ? NULL : counted(__libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : counted(__libc_calloc(count, size));
}

void *realloc(void *old, size_t size)
{
	if (fails())
		return NULL;
	return old ? __libc_realloc(old, size) :
	    counted(__libc_malloc(size));
}

void free(void *old)
{
	int sys = errno;

	live -= begun && old;
	__libc_free(old);
	errno = sys;
}

/* -- Reading and writing ------------------------------------------------ */

/* A tool that has asked to wait has waited. */
static bool interrupts(long call)
{
	if (call % 2 == 0 || (!is_eintr && !is_eagain))
		return false;
	errno = is_eintr ? EINTR : EAGAIN;
	return true;
}

ssize_t read(int fd, void *to, size_t len)
{
	ssize_t (*next)(int, void *, size_t);
	long call = ++reads;

	*(void **)&next = dlsym(RTLD_NEXT, "read");
	if (interrupts(call))
		return -1;
	if (call == at_read) {
		failed++;
		errno = EIO;
		return -1;
	}
	return next(fd, to, is_short && len > 2 ? 1 + (size_t)call % 2 : len);
}

/* What a fortified build calls where it knows the room. */
ssize_t __read_chk(int fd, void *to, size_t len, size_t room);

ssize_t __read_chk(int fd, void *to, size_t len, size_t room)
{
	(void)room;
	return read(fd, to, len);
}

ssize_t write(int fd, const void *from, size_t len)
{
	ssize_t (*next)(int, const void *, size_t);
	long call;

	*(void **)&next = dlsym(RTLD_NEXT, "write");
	if (fd == STDERR_FILENO || fd == REPORT)
		return next(fd, from, len);
	call = ++writes;
	if (interrupts(call))
		return -1;
	if (call == at_write) {
		failed++;
		errno = ENOSPC;
		return -1;
	}
	if (is_short && len > 2)
		len = 1 + (size_t)call % 2;
	return next(fd, from, len);
}
