package org.tidings.replication.transport;

/// Something that is read from; what is written to it is gone.
public abstract class ReadChannel implements Channel {
  @Override
  public void write(byte[] buffer, int offset, int length) {}

  @Override
  public void finish() {}

  @Override
  public void close() {}

  @Override
  public String remoteName() {
    return "nowhere";
  }
}
