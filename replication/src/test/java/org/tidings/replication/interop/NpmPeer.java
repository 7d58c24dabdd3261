package org.tidings.replication.interop;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.NetAddress;

/// One of the existing JavaScript peers, started as a process of its own on loopback and told what
/// to do, one JSON line each way. Closing it ends the process; its data folder is gone then.
/// Thread-safe.
///
/// ```
/// try (NpmPeer legacy = NpmPeer.start(NpmPeer.Kind.LEGACY, "--seed", "x")) {
///   legacy.tell("follow", "id", ours.toString());
///   legacy.tell("connect", "address", ourAddress.toString());
/// }
/// ```
public final class NpmPeer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final int KEPT_DIAGNOSTICS = 200;

  private final Process process;
  private final Writer commands;
  private final Map<Integer, CompletableFuture<Json>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger lastRef = new AtomicInteger();
  private final CompletableFuture<JsonObject> ready = new CompletableFuture<>();
  private final List<String> diagnostics = new ArrayList<>();

  /// Which of the two stacks.
  public enum Kind {
    /// ssb-server 16: what Patchwork and most pubs run.
    LEGACY,
    /// secret-stack 6 and ssb-db2: what Manyverse is made of.
    MODERN
  }

  private NpmPeer(Process process) {
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    read("npm-peer-out", () -> listen(process.inputReader()));
    read("npm-peer-err", () -> keep(process.errorReader()));
  }

  /// A platform thread: reading a pipe holds the carrier of a virtual one, and two of them hold all
  /// there are on a small machine, so that our own side stands still.
  private static void read(String name, Runnable reading) {
    Thread.ofPlatform().daemon().name(name).start(reading);
  }

  /// Starts a peer and waits until it is ready.
  ///
  /// @param options as its `--help` lists them
  public static NpmPeer start(Kind kind, String... options) throws Exception {
    return startVia(List.of(), kind, options);
  }

  /// Starts a room server that speaks the first or the second version of the protocol.
  public static NpmPeer startRoom(int version, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("node", "room-server.js"));
    command.addAll(List.of("--room", String.valueOf(version)));
    command.addAll(List.of(options));
    NpmPeer room = run(command);
    await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(room::listens);
    return room;
  }

  /// Rooms say that they are ready a moment before they listen.
  private boolean listens() {
    try (Socket socket = new Socket(address().host(), address().port())) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /// The same through a command that runs the one behind it, in another network for example.
  public static NpmPeer startVia(List<String> launcher, Kind kind, String... options)
      throws Exception {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(List.of("node", script(kind)));
    command.addAll(List.of(options));
    return run(command);
  }

  /// No peer but npm's `ssb-client`, connected to the peer whose folder it is given.
  public static NpmPeer client(Path folder, int port) throws Exception {
    return run(
        List.of("node", "client.js", "--dir", folder.toString(), "--port", String.valueOf(port)));
  }

  private static NpmPeer run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder().toFile());
    NpmPeer peer = new NpmPeer(builder.start());
    try {
      peer.ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return peer;
    } catch (ExecutionException | TimeoutException e) {
      peer.close();
      throw new IOException(command + " did not start: " + peer.said(), e);
    }
  }

  /// What keeps the peers from being started; empty when nothing does.
  static Optional<String> missing() {
    if (!Files.isDirectory(folder().resolve("node_modules"))) {
      return Optional.of("the npm packages are missing: run replication/src/test/peers/install");
    }
    try {
      Process node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
      return node.waitFor() == 0 ? Optional.empty() : Optional.of("node does not run");
    } catch (IOException noNode) {
      return Optional.of("node is missing");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  /// Who it is.
  public FeedId id() {
    return FeedId.parse(info("id")).orElseThrow();
  }

  /// Where it listens.
  public NetAddress address() {
    return NetAddress.parse(info("address")).orElseThrow();
  }

  /// Where a room has its web side.
  public String web() {
    return info("http");
  }

  /// Gives a command and waits for its result.
  ///
  /// @param arguments keys and text values in turn
  /// @throws IOException with the peer's own words when it cannot do that
  public Json tell(String command, String... arguments) throws IOException, InterruptedException {
    JsonObject.Builder object = JsonObject.builder();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      object.put(arguments[i], arguments[i + 1]);
    }
    return tell(command, object.build());
  }

  /// Gives a command with any arguments and waits for its result.
  public Json tell(String command, JsonObject arguments) throws IOException, InterruptedException {
    try {
      return ask(command, arguments).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(Objects.requireNonNull(e.getCause()).getMessage()), e);
    } catch (TimeoutException e) {
      throw new IOException(command + " was not answered: " + said(), e);
    }
  }

  /// Gives a command; the result comes when it comes.
  public CompletableFuture<Json> ask(String command, JsonObject arguments) throws IOException {
    int ref = lastRef.incrementAndGet();
    CompletableFuture<Json> answer = new CompletableFuture<>();
    waiting.put(ref, answer);
    Json line = arguments.with("cmd", Json.of(command)).with("ref", Json.of(ref));
    synchronized (commands) {
      commands.write(JsonWriter.compactText(line) + "\n");
      commands.flush();
    }
    return answer;
  }

  /// The last lines it wrote for people.
  public String said() {
    synchronized (diagnostics) {
      return String.join("\n", diagnostics);
    }
  }

  /// Ends the process at once, as a crash would.
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    try {
      commands.close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (IOException e) {
      kill();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  private String info(String key) {
    return ready.join().string(key).orElseThrow();
  }

  private void listen(BufferedReader lines) {
    try (lines) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard(Json.parse(line).asObject().orElseThrow());
      }
      lost(new IOException("the peer has ended: " + said()));
    } catch (IOException | JsonException e) {
      lost(e);
    }
  }

  private void heard(JsonObject line) {
    if (!ready.isDone()) {
      ready.complete(line);
      return;
    }
    CompletableFuture<Json> answer = waiting.remove((int) line.number("ref").orElse(-1));
    if (answer == null) {
      return;
    }
    if (line.bool("ok").orElse(false)) {
      answer.complete(line.get("result").orElse(JsonNull.NULL));
    } else {
      answer.completeExceptionally(new IOException(line.string("error").orElse("no reason given")));
    }
  }

  private void lost(Exception cause) {
    ready.completeExceptionally(cause);
    waiting.values().forEach(answer -> answer.completeExceptionally(cause));
  }

  private void keep(BufferedReader lines) {
    try (Stream<String> all = lines.lines()) {
      all.forEach(this::keep);
    }
  }

  private void keep(String line) {
    synchronized (diagnostics) {
      if (diagnostics.size() == KEPT_DIAGNOSTICS) {
        diagnostics.removeFirst();
      }
      diagnostics.add(line);
    }
  }

  private static String script(Kind kind) {
    return switch (kind) {
      case LEGACY -> "legacy-peer.js";
      case MODERN -> "modern-peer.js";
    };
  }

  /// Tests run in the folder of their own module.
  private static Path folder() {
    Path here = Path.of("src/test/peers");
    return Files.isDirectory(here) ? here : Path.of("../replication/src/test/peers");
  }
}
