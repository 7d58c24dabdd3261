package org.tidings.replication.transport;

import java.io.IOException;

/// Bytes both ways, blocking. One thread may read while another writes; [#close] may come from any
/// thread and ends both.
public interface Channel extends AutoCloseable {
  /// Reads at least one byte, at most `length`; -1 when the other side ended properly.
  ///
  /// @throws IOException when the channel broke or was closed here
  int read(byte[] buffer, int offset, int length) throws IOException;

  /// Writes and flushes all of it, waiting while the other side does not read.
  void write(byte[] buffer, int offset, int length) throws IOException;

  /// Ends what we send, politely; reading goes on.
  void finish() throws IOException;

  /// Ends both directions at once. Never throws, may be called again.
  @Override
  void close();

  /// Where the other end is, for people: `192.168.1.10:8008`.
  String remoteName();
}
