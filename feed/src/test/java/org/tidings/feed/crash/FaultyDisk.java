package org.tidings.feed.crash;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// The shim `disk.c`, as seen by the program it was preloaded into.
@SuppressWarnings("restricted") // Native access is what this class is for.
final class FaultyDisk {

  private final MethodHandle begin;
  private final MethodHandle note;
  private final MethodHandle end;

  /// @param shim the library that was preloaded
  FaultyDisk(Path shim) {
    SymbolLookup library = SymbolLookup.libraryLookup(shim, Arena.global());
    begin =
        bound(
            library,
            "disk_begin",
            FunctionDescriptor.ofVoid(
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT));
    note = bound(library, "disk_note", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    end = bound(library, "disk_end", FunctionDescriptor.of(ValueLayout.JAVA_LONG));
  }

  private static MethodHandle bound(SymbolLookup library, String name, FunctionDescriptor form) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), form);
  }

  /// From now on calls that change something below this folder are counted, fail as asked for, and
  /// are logged.
  void begin(Path folder, Order order) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment below = arena.allocateFrom(folder.toString() + "/");
      MemorySegment log = arena.allocateFrom(order.log());
      Order.Failure failure = order.failure();
      int forEver = failure.isForEver ? 1 : 0;
      begin.invokeExact(below, log, order.nth(), failure.error, forEver, failure.of.number);
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  /// Puts a line into the log.
  void note(String line) {
    try (Arena arena = Arena.ofConfined()) {
      note.invokeExact(arena.allocateFrom(line));
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  /// Returns how many calls there were.
  long end() {
    try {
      return (long) end.invokeExact();
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }
}
