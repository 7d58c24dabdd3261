package org.tidings.replication.muxrpc;

import org.tidings.replication.transport.ProtocolException;

/// One muxrpc packet other than the goodbye.
///
/// @param request the number as it stands in the header: negative in answers
public record Frame(int request, boolean stream, boolean end, Body body) {
  static final int HEADER = 9;
  private static final int END = 4;
  private static final int STREAM = 8;

  int flags() {
    return (stream ? STREAM : 0) | (end ? END : 0) | body.typeBits();
  }

  int wireSize() {
    return HEADER + body.size();
  }

  static Frame decoded(int flags, int request, byte[] body) throws ProtocolException {
    return new Frame(request, (flags & STREAM) != 0, (flags & END) != 0, decodedBody(flags, body));
  }

  private static Body decodedBody(int flags, byte[] body) throws ProtocolException {
    return switch (flags & 3) {
      case 0 -> Body.binary(body);
      case 1 -> new TextBody(body);
      case 2 -> Body.rawJson(body);
      default -> throw new ProtocolException("unknown message type");
    };
  }
}
