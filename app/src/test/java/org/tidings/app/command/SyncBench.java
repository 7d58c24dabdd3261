package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.bench.LauncherFlags;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.interop.NpmPeer;
import org.tidings.replication.interop.RequiresNpmPeers;

/// How fast a newcomer gets everything from one peer over loopback TCP: between two peers of the
/// modern kind, from one of them to us, and between two of us. See `replication/BENCHMARKS.md`.
@RequiresNpmPeers
class SyncBench {
  private static final int MESSAGES = Integer.getInteger("messages", 100_000);
  private static final int AUTHORS = 150;

  private static final Path LOAD = Path.of("/proc/loadavg");

  @TempDir private Path temp;

  /// What one exchange came to; memory is the receiver's.
  private record Result(
      String name, Duration took, Duration receiving, Duration sending, long peakKib) {
    @Override
    public String toString() {
      return "%-20s %6.1f s %7.0f msg/s, CPU of receiver %5.1f s, of sender %5.1f s, %5d MiB"
          .formatted(
              name,
              took.toMillis() / 1e3,
              MESSAGES / (took.toMillis() / 1e3),
              receiving.toMillis() / 1e3,
              sending.toMillis() / 1e3,
              peakKib / 1024);
    }
  }

  @Test
  void initialSync() throws Exception {
    Path fixture = fixture();
    String hub = hub(fixture);
    List<Result> results = new ArrayList<>();
    try (NpmPeer source = modern("a", fixture)) {
      results.add(modernReceives("modern to modern", source, hub));
    }
    try (NpmPeer source = modern("b", fixture)) {
      Supplier<Duration> used = () -> cpu(source);
      results.add(weReceive("modern to Tidings", source.address().toString(), used, hub));
    }
    try (ChildProcess source = ours("source")) {
      JsonObject ready = Json.parse(source.line()).asObject().orElseThrow();
      command("source", "follow", hub);
      command("source", "import", fixture.resolve("messages.jsonl").toString());
      Supplier<Duration> used = () -> cpu(source.pid());
      String address = ready.string("address").orElseThrow();
      results.add(weReceive("Tidings to Tidings", address, used, hub));
    }
    System.out.printf(
        "%d messages of %d authors, load %s%n", MESSAGES, AUTHORS, Files.readString(LOAD).strip());
    results.forEach(System.out::println);
  }

  private Result modernReceives(String name, NpmPeer source, String hub) throws Exception {
    try (NpmPeer receiver = NpmPeer.start(NpmPeer.Kind.MODERN, "--hops", "3")) {
      receiver.tell("follow", "id", hub);
      Duration before = cpu(receiver);
      Duration sent = cpu(source);
      long start = System.nanoTime();
      receiver.tell("connect", "address", source.address().toString());
      JsonObject all = JsonObject.builder().put("n", MESSAGES + 1).put("timeout", 900_000).build();
      receiver.ask("waitReceived", all).get();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      long peak = (long) stats(receiver).number("peakRssBytes").orElseThrow() / 1024;
      return new Result(name, took, cpu(receiver).minus(before), cpu(source).minus(sent), peak);
    }
  }

  /// @param used what the source has used of the processors
  private Result weReceive(String name, String source, Supplier<Duration> used, String hub)
      throws Exception {
    String folder = name.replace(' ', '-');
    try (ChildProcess receiver = ours(folder)) {
      receiver.line();
      command(folder, "follow", hub);
      Duration before = cpu(receiver.pid());
      Duration sent = used.get();
      long start = System.currentTimeMillis();
      command(folder, "connect", source);
      JsonObject reached =
          command(
              folder,
              "status",
              "--wait-messages",
              Integer.toString(MESSAGES + 1),
              "--timeout",
              "900");
      long end = (long) reached.number("reachedAtMs").orElseThrow();
      Result result =
          new Result(
              name,
              Duration.ofMillis(end - start),
              cpu(receiver.pid()).minus(before),
              used.get().minus(sent),
              peakKib(receiver.pid()));
      receiver.terminate(); // so that a flight recording is written
      return result;
    }
  }

  private ChildProcess ours(String folder) throws IOException {
    return new ChildProcess(
        List.of(),
        LauncherFlags.usual(),
        temp.resolve(folder),
        "headless --host 127.0.0.1 --no-lan --hops 3 --port 0".split(" ", -1));
  }

  private NpmPeer modern(String name, Path fixture) throws Exception {
    Path folder = temp.resolve(name);
    run("cp", "-r", fixture.resolve("db2").toString(), folder.toString());
    return NpmPeer.start(NpmPeer.Kind.MODERN, "--dir", folder.toString());
  }

  private JsonObject command(String folder, String... words) {
    String[] line = Arrays.copyOf(words, words.length + 1);
    line[words.length] = "--json";
    Shell.Answer answer = new Shell(temp.resolve(folder)).type(line);
    assertThat(answer.err()).isEmpty();
    return answer.objects().isEmpty() ? JsonObject.of() : answer.objects().getFirst();
  }

  /// Made once and kept, since that takes as long as the exchanges.
  private static Path fixture() throws Exception {
    Path folder = Path.of("target/bench/fixture-" + MESSAGES).toAbsolutePath();
    if (!Files.exists(folder.resolve("summary.json"))) {
      run(
          "node",
          Path.of("../replication/src/test/peers/fixture.js").toAbsolutePath().toString(),
          "--out",
          folder.toString(),
          "--messages",
          Integer.toString(MESSAGES),
          "--authors",
          Integer.toString(AUTHORS),
          "--db2");
    }
    return folder;
  }

  /// The author who reaches everybody by two follows.
  private static String hub(Path fixture) throws Exception {
    Json keys = Json.parse(Files.readAllBytes(fixture.resolve("keys.json")));
    return ((JsonArray) keys).items().getFirst().asObject().flatMap(me -> me.string("id")).get();
  }

  private static JsonObject stats(NpmPeer peer) throws Exception {
    return peer.tell("stats").asObject().orElseThrow();
  }

  private static Duration cpu(NpmPeer peer) {
    try {
      return Duration.ofMillis((long) (stats(peer).number("cpuSeconds").orElseThrow() * 1e3));
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Duration cpu(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow();
  }

  private static long peakKib(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }

  private static void run(String... command) throws Exception {
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    assertThat(code).isZero();
  }
}
