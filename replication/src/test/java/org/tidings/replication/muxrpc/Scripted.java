package org.tidings.replication.muxrpc;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.PipeChannel;

/// One connection of ours with a peer that follows a script, and a few things it may call.
final class Scripted implements AutoCloseable {
  static final FeedId SOMEBODY = FeedId.of(new byte[32]);
  static final Method ECHO = Method.duplex("echo");
  static final Method LIVE = Method.source("live");
  static final Method HELLO = Method.async("hello");
  static final String NOT_ALLOWED = " is not in list of allowed methods";

  private static final Method COLLECT = Method.sink("collect");

  private final List<PipeChannel> pipe = PipeChannel.pair();
  private final ScriptedPeer peer = new ScriptedPeer(pipe.get(0));
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private final RpcConnection ours =
      new RpcConnection(pipe.get(1), SOMEBODY, procedures(), RpcLimits.PEER).start();

  ScriptedPeer peer() {
    return peer;
  }

  RpcConnection ours() {
    return ours;
  }

  /// What the handlers have met.
  BlockingQueue<String> seen() {
    return seen;
  }

  Procedures procedures() {
    return Procedures.of(
        Procedure.async(HELLO, call -> Body.text("hello")),
        Procedure.async(
            Method.async("broken"),
            call -> {
              throw new IllegalStateException("bug");
            }),
        Procedure.stream(ECHO, (call, stream) -> echo(stream)),
        Procedure.stream(LIVE, (call, stream) -> waitForever()),
        Procedure.stream(
            COLLECT,
            (call, stream) -> {
              for (var body = stream.receive(); body.isPresent(); body = stream.receive()) {
                seen.add(body.get().toString());
              }
              seen.add("end");
            }));
  }

  private static void echo(RpcStream stream) throws IOException, InterruptedException {
    for (var body = stream.receive(); body.isPresent(); body = stream.receive()) {
      stream.send(body.get());
    }
  }

  private void waitForever() throws InterruptedException {
    try {
      seen.add("waiting");
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      seen.add("interrupted");
      throw e;
    }
  }

  static String open(String name, String type) {
    return "{\"name\":[\"" + name + "\"],\"args\":[],\"type\":\"" + type + "\"}";
  }

  static String error(String message) {
    return "{\"message\":\"" + message + "\",\"name\":\"Error\",\"stack\":\"\"}";
  }

  @Override
  public void close() {
    peer.close();
    ours.abort(new IOException("test over"));
  }
}
