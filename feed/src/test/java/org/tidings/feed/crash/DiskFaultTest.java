package org.tidings.feed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Feeds;
import org.tidings.feed.crash.Order.Failure;
import org.tidings.feed.log.GateState;
import org.tidings.feed.store.Database;

/// The n-th call to the disk fails, or all from there on, with one error or another, until a task
/// needs no more calls than that. What the store says meanwhile is right, and started again it
/// holds all it acknowledged and nothing it said to have failed. The gate takes every 16th call and
/// one kind of failure each time, `nightly` all of both.
@RequiresGcc
class DiskFaultTest {

  private static final List<Failure> FAILURES = failures(Failure.Of.CHANGES);
  private static final List<Failure> OF_READS = failures(Failure.Of.READS);
  private static final int STRIDE = 16;
  private static final int PAGE = 4_096;
  private static final int UNREADABLE = 12;
  private static final int UNREAD = 12;

  /// With those behind them in the same feeds, which wait for what is missing.
  private static final int MOST_ON_A_PAGE = 40;

  @TempDir Path parent;
  private Path folder;
  private Child program;

  private static List<Failure> failures(Failure.Of of) {
    return Stream.of(Failure.values()).filter(failure -> failure.of == of).toList();
  }

  @BeforeEach
  void start() throws Exception {
    Path real = parent.toRealPath();
    folder = Files.createDirectory(real.resolve("store"));
    program = Child.start(FaultyWriter.class, Shim.build(real));
  }

  @AfterEach
  void end() {
    program.close();
  }

  @Test
  void someCallsFailWhilePublishing() throws Exception {
    failSome("publish", List.of("both"));
  }

  @Test
  void someCallsFailWhileTakingIn() throws Exception {
    failSome("ingest", List.of("publish"));
  }

  @Test
  void someReadsFailWhilePublishing() throws Exception {
    failSomeReads("publish", List.of("both"));
  }

  @Test
  void someReadsFailWhileTakingIn() throws Exception {
    failSomeReads("ingest", List.of("both"));
  }

  private void failSomeReads(String task, List<String> before) throws Exception {
    Fault fault = new Fault(task, before, OF_READS);
    int round = 0;
    for (long nth = 1; nth <= fault.calls; nth += Math.max(1, fault.calls / UNREAD)) {
      fault.occur(nth, OF_READS.get(round++ % OF_READS.size()));
    }
    System.out.printf("%s: %d of %d reads failed%n", task, round, fault.calls);
  }

  @Test
  void someCallsFailInANewFolder() throws Exception {
    failSome("publish", List.of());
  }

  @Test
  void someCallsFailWhileADamagedFileIsMended() throws Exception {
    failWhileMending(4 * STRIDE, FAILURES.size());
  }

  @Test
  @Tag("nightly")
  void anyCallFailsWhileADamagedFileIsMended() throws Exception {
    failWhileMending(1, 1);
  }

  /// What only writing needs is damaged, so that everything can be read: no message may be lost.
  ///
  /// @param stride every how manieth call fails
  /// @param turns in how many rounds each kind of failure has one
  private void failWhileMending(int stride, int turns) throws Exception {
    Acknowledged acknowledged = new Acknowledged();
    program.run(Order.of("both", folder)).forEach(acknowledged::hear);
    Path file = folder.resolve("data").resolve(Database.FILE);
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, PAGE, 2 * PAGE, (byte) 0);
    Files.write(file, bytes);
    Snapshot damaged = Snapshot.of(folder);
    long calls = calls(program.run(Order.of("repair", folder)));
    for (long nth = 1; nth <= calls; nth += stride) {
      for (int turn = 0; turn < FAILURES.size() / turns; turn++) {
        damaged.restore(folder);
        Failure failure = FAILURES.get((int) (nth / stride + turn) % FAILURES.size());
        Order order = Order.of("repair", folder).failing(nth, failure);
        program.run(order);
        program.run(Order.of("repair", folder));
        new Aftermath(order.toString(), folder).assertSound(acknowledged);
        try (Stream<Path> left = Files.list(folder.resolve("data"))) {
          assertThat(left).as(order.toString()).noneMatch(p -> p.toString().contains("salvage"));
        }
      }
    }
    System.out.printf("repair: every %d. of %d calls failed%n", stride, calls);
  }

  /// Also the first, without which nobody knows that it is a database.
  @Test
  void pagesThatCannotBeReadCostNoMoreThanWhatWasOnThem() throws Exception {
    program.run(Order.of("both", folder));
    Path file = folder.resolve("data").resolve(Database.FILE);
    Snapshot whole = Snapshot.of(folder);
    int before = messages();
    long pages = Files.size(file) / PAGE;
    for (long page = 1; page <= pages; page += Math.max(1, pages / UNREADABLE)) {
      whole.restore(folder);
      Order order = Order.of("repair", folder).failing(page, Failure.UNREADABLE);
      assertThat(program.run(order)).as(order.toString()).noneMatch(at -> at.startsWith("stopped"));
      assertThat(messages()).as(order.toString()).isGreaterThan(before - MOST_ON_A_PAGE);
    }
  }

  private int messages() {
    try (Feeds feeds = CrashingWriter.open(folder)) {
      return (int) feeds.storage().shares(0).others().messages();
    }
  }

  @Test
  @Tag("nightly")
  void anyCallFailsWhilePublishing() throws Exception {
    failAll("publish", List.of("both"));
  }

  @Test
  @Tag("nightly")
  void anyCallFailsWhileTakingIn() throws Exception {
    failAll("ingest", List.of("publish"));
  }

  @Test
  @Tag("nightly")
  void anyCallFailsInANewFolder() throws Exception {
    failAll("publish", List.of());
  }

  private void failSome(String task, List<String> before) throws Exception {
    Fault fault = new Fault(task, before, FAILURES);
    int round = 0;
    for (long nth = 1; nth <= fault.calls; nth += STRIDE) {
      fault.occur(nth, FAILURES.get(round++ % FAILURES.size()));
    }
    System.out.printf("%s: %d of %d calls failed%n", task, round, fault.calls);
  }

  private void failAll(String task, List<String> before) throws Exception {
    Fault fault = new Fault(task, before, FAILURES);
    for (Failure failure : FAILURES) {
      long nth = 1;
      while (fault.occur(nth, failure) >= nth) {
        nth++;
      }
      System.out.printf("%s: each of %d calls failed with %s%n", task, nth - 1, failure);
    }
  }

  /// A fault that can occur again and again in the same folder.
  private final class Fault {

    private final String task;
    private final List<String> told = new ArrayList<>();
    private final Snapshot start;
    private final long calls;

    /// @param before what was done in the folder earlier
    /// @param failures of what is counted
    Fault(String task, List<String> before, List<Failure> failures) throws Exception {
      this.task = task;
      for (String earlier : before) {
        told.addAll(program.run(Order.of(earlier, folder)));
      }
      start = Snapshot.of(folder);
      calls = calls(program.run(Order.of(task, folder).failing(0, failures.getFirst())));
    }

    /// Returns how many calls there were.
    long occur(long nth, Failure failure) throws Exception {
      start.restore(folder);
      Order order = Order.of(task, folder).failing(nth, failure);
      List<String> lines = program.run(order);
      assertThat(lines).as(order.toString()).noneMatch(line -> line.startsWith("wrong"));
      Acknowledged acknowledged = new Acknowledged();
      told.forEach(acknowledged::hear);
      lines.forEach(acknowledged::hear);
      Aftermath.Found found = new Aftermath(order.toString(), folder).assertSound(acknowledged);
      int most = acknowledged.own().size() + (acknowledged.isUncertain() ? 1 : 0);
      assertThat(found.own()).as(order.toString()).hasSizeLessThanOrEqualTo(most);
      assertThat(found.gate()).as(order.toString()).isEqualTo(new GateState.Open());
      return calls(lines);
    }
  }

  /// How many calls a program told to have counted.
  static long calls(List<String> lines) {
    return Long.parseLong(lines.getLast().split(" ", -1)[1]);
  }
}
