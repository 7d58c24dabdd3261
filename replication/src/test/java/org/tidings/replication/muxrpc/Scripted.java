package org.tidings.replication.muxrpc;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.PipeChannel;

/// One connection of ours with a peer that follows a script, and a few things it may call.
abstract class Scripted {
  static final FeedId SOMEBODY = FeedId.of(new byte[32]);
  static final Method ECHO = Method.duplex("echo");
  static final Method LIVE = Method.source("live");
  static final Method HELLO = Method.async("hello");
  static final String NOT_ALLOWED = " is not in list of allowed methods";

  private static final Method COLLECT = Method.sink("collect");

  private final List<PipeChannel> pipe = PipeChannel.pair();
  final ScriptedPeer peer = new ScriptedPeer(pipe.get(0));

  /// What the handlers have met.
  final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

  final RpcConnection ours =
      new RpcConnection(pipe.get(1), SOMEBODY, procedures(), RpcLimits.PEER).start();

  @AfterEach
  void hangUp() {
    peer.close();
    ours.abort(new IOException("test over"));
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

  static RpcLimits limits(int openCalls, RpcLimits.Memory memory) {
    return new RpcLimits(
        new RpcLimits.Calls(1 << 16, openCalls, 4), memory, RpcLimits.PEER.patience());
  }
}
