package org.tidings.replication.muxrpc;

import java.io.IOException;

/// Something peers may call. Its handler runs in a virtual thread of its own for each call, which
/// is interrupted when the caller cancels or the connection ends.
public sealed interface Procedure {
  /// Name and shape.
  Method method();

  /// A procedure with one answer.
  static Procedure async(Method method, AsyncHandler handler) {
    return new Async(method, handler);
  }

  /// A procedure that reads or writes a stream.
  static Procedure stream(Method method, StreamHandler handler) {
    return new Stream(method, handler);
  }

  /// Gives the one answer; an [RpcError] becomes the error the caller sees.
  @FunctionalInterface
  interface AsyncHandler {
    Body answer(Call call) throws IOException, InterruptedException;
  }

  /// Serves one stream to its end. Returning ends our direction normally, an [RpcError] ends it
  /// with that error.
  @FunctionalInterface
  interface StreamHandler {
    void serve(Call call, RpcStream stream) throws IOException, InterruptedException;
  }

  /// Answers once.
  record Async(Method method, AsyncHandler handler) implements Procedure {
    public Async {
      if (method.type() != CallType.ASYNC) {
        throw new IllegalArgumentException(method + " is a stream");
      }
    }
  }

  /// Serves a stream.
  record Stream(Method method, StreamHandler handler) implements Procedure {
    public Stream {
      if (method.type() == CallType.ASYNC) {
        throw new IllegalArgumentException(method + " is no stream");
      }
    }
  }
}
