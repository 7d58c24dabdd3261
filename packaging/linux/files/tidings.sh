#!/bin/sh
# Words on the command line are UTF-8 in the "C" locale, too.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
  *) export LC_CTYPE=C.UTF-8; [ -z "${LC_ALL:-}" ] || export LC_ALL=C.UTF-8 ;;
esac
# GTK gives no more than the frame of the window: it need not load OpenGL. And what the C library keeps for each thread adds up.
export GDK_GL="${GDK_GL:-disable}" MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
exec /opt/tidings/bin/tidings "$@"
