/* Stands between a program and its disk (LD_PRELOAD). Between disk_begin and disk_end it counts the
   calls that change files below one folder, or of those only the syncs, or those that read from them,
   lets the n-th fail (a write after half of it), or all from the n-th on, and logs what was done, for a replay: one header, then
   its bytes. Or the n-th page of the database that is there at the beginning cannot be read. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES 65536
#define PAGE 4096

enum { CHANGES, SYNCS, PAGES, READS };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char folder[4096];
static int log_file = -1;
static int64_t calls, nth;
static int error, for_ever, concerns;
static ino_t database;
static char watched[FILES];

#define REAL(name) ((__typeof__(&name)) real(#name))

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static int is_watched(int file) { return file >= 0 && file < FILES && watched[file]; }

static int is_below(const char *path) {
  return folder[0] && strncmp(path, folder, strlen(folder)) == 0;
}

static int fails(int what) {
  if (concerns != what && !(concerns == CHANGES && what == SYNCS)) return 0;
  calls++;
  return nth && (calls == nth || (for_ever && calls > nth));
}

static void log_(int32_t what, int32_t file, int64_t at, const void *bytes, int64_t length) {
  struct { int32_t what, file; int64_t at, length; } header = {what, file, at, length};
  if (log_file >= 0 && (REAL(write)(log_file, &header, sizeof header) != sizeof header
                        || REAL(write)(log_file, bytes, length) != length)) {
    _exit(99);
  }
}

void disk_begin(const char *below, const char *log, int64_t failing, int with, int from_then_on,
                int which) {
  log_file = log[0] ? REAL(open64)(log, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
  pthread_mutex_lock(&lock);
  calls = 0;
  nth = failing;
  error = with;
  for_ever = from_then_on;
  concerns = which;
  snprintf(folder, sizeof folder, "%s", below);
  char path[4200];
  struct stat found;
  snprintf(path, sizeof path, "%sdata/tidings.sqlite", below);
  database = stat(path, &found) == 0 ? found.st_ino : 0;
  pthread_mutex_unlock(&lock);
}

void disk_note(const char *line) {
  pthread_mutex_lock(&lock);
  log_('n', 0, 0, line, strlen(line));
  pthread_mutex_unlock(&lock);
}

/* Returns how many calls there were. */
int64_t disk_end(void) {
  pthread_mutex_lock(&lock);
  folder[0] = 0;
  memset(watched, 0, sizeof watched);
  if (log_file >= 0) REAL(close)(log_file);
  log_file = -1;
  pthread_mutex_unlock(&lock);
  return calls;
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  pthread_mutex_lock(&lock);
  int below = is_below(path), creates = below && (flags & O_CREAT) && access(path, F_OK) != 0;
  int result = -1;
  if (creates && fails(CHANGES)) {
    errno = error;
  } else {
    result = REAL(open64)(path, flags, mode);
    if (result >= 0 && result < FILES) watched[result] = below;
    if (below && result >= 0) log_('o', result, flags & O_TRUNC ? 1 : 0, path, strlen(path));
  }
  pthread_mutex_unlock(&lock);
  return result;
}

int close(int file) {
  pthread_mutex_lock(&lock);
  if (is_watched(file)) {
    watched[file] = 0;
    log_('c', file, 0, "", 0);
  }
  int result = REAL(close)(file);
  pthread_mutex_unlock(&lock);
  return result;
}

ssize_t pread64(int file, void *bytes, size_t length, off64_t at) {
  struct stat found;
  off64_t bad = (nth - 1) * PAGE;
  if (is_watched(file) && concerns == PAGES && at < bad + PAGE && bad < at + (off64_t) length
      && fstat(file, &found) == 0 && found.st_ino == database) {
    errno = error;
    return -1;
  }
  pthread_mutex_lock(&lock);
  int failed = is_watched(file) && fails(READS);
  pthread_mutex_unlock(&lock);
  if (failed) errno = error;
  return failed ? -1 : REAL(pread64)(file, bytes, length, at);
}

static ssize_t write_at(int file, const void *bytes, size_t length, off64_t at, int with_place) {
  int failed = fails(CHANGES);
  if (failed) length /= 2;
  ssize_t done = with_place ? REAL(pwrite64)(file, bytes, length, at)
                            : REAL(write)(file, bytes, length);
  if (done > 0) log_('w', file, at, bytes, done);
  if (failed) errno = error;
  return failed ? -1 : done;
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at) {
  if (!is_watched(file)) return REAL(pwrite64)(file, bytes, length, at);
  pthread_mutex_lock(&lock);
  ssize_t done = write_at(file, bytes, length, at, 1);
  pthread_mutex_unlock(&lock);
  return done;
}

ssize_t write(int file, const void *bytes, size_t length) {
  if (!is_watched(file)) return REAL(write)(file, bytes, length);
  pthread_mutex_lock(&lock);
  ssize_t done = write_at(file, bytes, length, lseek64(file, 0, SEEK_CUR), 0);
  pthread_mutex_unlock(&lock);
  return done;
}

/* Any other change: logged when it was made. */
#define CHANGE(is_ours, call, what, file, at, text) \
  if (!(is_ours)) return call; \
  pthread_mutex_lock(&lock); \
  int result = -1, failed = fails(CHANGES); \
  if (!failed) result = call; \
  if (result == 0) log_(what, file, at, text, strlen(text)); \
  if (failed) errno = error; \
  pthread_mutex_unlock(&lock); \
  return result

/* After one that failed, what the system has counts as written, though it never came to the disk. */
static int sync_(int file, int (*really)(int)) {
  if (!is_watched(file)) return really(file);
  pthread_mutex_lock(&lock);
  int failed = fails(SYNCS), result = failed ? -1 : really(file);
  log_(result == 0 ? 's' : 'd', file, 0, "", 0);
  if (failed) errno = error;
  pthread_mutex_unlock(&lock);
  return result;
}

int fsync(int file) { return sync_(file, REAL(fsync)); }

int fdatasync(int file) { return sync_(file, REAL(fdatasync)); }

int ftruncate64(int file, off64_t size) {
  CHANGE(is_watched(file), REAL(ftruncate64)(file, size), 't', file, size, "");
}

int unlink(const char *path) { CHANGE(is_below(path), REAL(unlink)(path), 'u', 0, 0, path); }

int rename(const char *from, const char *to) {
  char both[8192];
  snprintf(both, sizeof both, "%s\n%s", from, to);
  CHANGE(is_below(from), REAL(rename)(from, to), 'r', 0, 0, both);
}

int link(const char *from, const char *to) {
  char both[8192];
  snprintf(both, sizeof both, "%s\n%s", from, to);
  CHANGE(is_below(from), REAL(link)(from, to), 'l', 0, 0, both);
}
