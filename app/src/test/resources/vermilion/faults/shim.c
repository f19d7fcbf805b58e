/* Stands between a program and the C library, and does what a worse machine would do: a clock that
   is wrong, a disk that syncs slowly, one whose sync fails, one that is full. Which of these, a file
   of eight numbers says that both sides map: see Shim.java. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

enum { SKEW_MILLIS, SYNC_DELAY_MILLIS, SYNC_FAILS, WRITE_FAILS, DELAYED, FAILED, REFUSED, NUMBERS };

static volatile int64_t *told(void) {
  static volatile int64_t *mapped;
  static int64_t nothing[NUMBERS];
  if (!mapped) {
    const char *name = getenv("VERMILION_FAULTS");
    int file = name ? open(name, O_RDWR | O_CLOEXEC) : -1;
    void *at = file < 0 ? MAP_FAILED
                        : mmap(0, NUMBERS * 8, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    mapped = at == MAP_FAILED ? nothing : at;
    if (file >= 0) close(file);
  }
  return mapped;
}

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

int clock_gettime(clockid_t clock, struct timespec *at) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = next("clock_gettime");
  int result = real(clock, at);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
    at->tv_sec += told()[SKEW_MILLIS] / 1000;
  return result;
}

int gettimeofday(struct timeval *restrict at, void *restrict zone) {
  static int (*real)(struct timeval *, void *);
  if (!real) real = next("gettimeofday");
  int result = real(at, zone);
  if (result == 0) at->tv_sec += told()[SKEW_MILLIS] / 1000;
  return result;
}

time_t time(time_t *where) {
  struct timespec at;
  clock_gettime(CLOCK_REALTIME, &at);
  if (where) *where = at.tv_sec;
  return at.tv_sec;
}

static int sync_by(int (*real)(int), int file) {
  volatile int64_t *say = told();
  if (say[SYNC_DELAY_MILLIS]) {
    struct timespec wait = {say[SYNC_DELAY_MILLIS] / 1000, say[SYNC_DELAY_MILLIS] % 1000 * 1000000};
    __sync_fetch_and_add(&say[DELAYED], 1);
    nanosleep(&wait, 0);
  }
  if (say[SYNC_FAILS]) {
    __sync_fetch_and_add(&say[FAILED], 1);
    errno = EIO;
    return -1;
  }
  return real(file);
}

int fsync(int file) {
  static int (*real)(int);
  if (!real) real = next("fsync");
  return sync_by(real, file);
}

int fdatasync(int file) {
  static int (*real)(int);
  if (!real) real = next("fdatasync");
  return sync_by(real, file);
}

static int is_full(int file) {
  struct stat what;
  if (!told()[WRITE_FAILS] || fstat(file, &what) || !S_ISREG(what.st_mode)) return 0;
  __sync_fetch_and_add(&told()[REFUSED], 1);
  errno = ENOSPC;
  return 1;
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (!real) real = next("pwrite64");
  return is_full(file) ? -1 : real(file, bytes, count, at);
}
