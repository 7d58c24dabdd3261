package org.tidings.replication.local;

import java.io.IOException;
import org.tidings.feed.json.Json;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;

/// Makes procedures for callers of our own, who are told what the store did not do.
public final class Answering {
  private Answering() {}

  /// Answers a call with JSON.
  @FunctionalInterface
  public interface Answer {
    /// An [org.tidings.replication.muxrpc.RpcError] is what the caller is told instead.
    Json to(Call call) throws IOException, InterruptedException;
  }

  /// A procedure with one answer.
  public static Procedure async(Method method, Answer answer) {
    return Procedure.async(
        method,
        call -> {
          try {
            return Body.json(answer.to(call));
          } catch (StoreException e) {
            throw Refusals.answer(e);
          }
        });
  }

  /// A procedure that reads or writes a stream.
  public static Procedure stream(Method method, Procedure.StreamHandler handler) {
    return Procedure.stream(
        method,
        (call, stream) -> {
          try {
            handler.serve(call, stream);
          } catch (StoreException e) {
            throw Refusals.answer(e);
          }
        });
  }
}
