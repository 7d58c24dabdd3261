package org.tidings.replication.muxrpc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.replication.transport.Channel;

/// The other end of a connection, saying exactly what a test tells it to, sense or nonsense. Reads
/// when asked and answers nothing by itself. Confined to the test's thread.
public final class ScriptedPeer implements AutoCloseable {
  private final Channel channel;
  private final FrameReader reader;
  private final FrameWriter writer;

  public ScriptedPeer(Channel channel) {
    this.channel = channel;
    this.reader = new FrameReader(channel);
    this.writer = new FrameWriter(channel);
  }

  /// Sends a frame of a call with one answer.
  public ScriptedPeer says(int request, String json) throws IOException {
    return sends(new Frame(request, false, false, json(json)));
  }

  /// Sends a frame of a stream.
  public ScriptedPeer streams(int request, String json) throws IOException {
    return sends(new Frame(request, true, false, json(json)));
  }

  /// Ends a stream.
  public ScriptedPeer ends(int request, String json) throws IOException {
    return sends(new Frame(request, true, true, json(json)));
  }

  public ScriptedPeer sends(Frame frame) throws IOException {
    writer.write(frame);
    writer.flush();
    return this;
  }

  /// Sends bytes that need not be frames.
  public ScriptedPeer sendsRaw(byte... bytes) throws IOException {
    channel.write(bytes, 0, bytes.length);
    return this;
  }

  public ScriptedPeer saysGoodbye() throws IOException {
    writer.goodbye();
    return this;
  }

  /// The next frame we get; empty at the goodbye.
  public Optional<Frame> hears() throws IOException {
    return reader.read(request -> 16 << 20);
  }

  /// The next frame as `request flags body`: `-1 SE true`.
  public String hearsFrame() throws IOException {
    return hears().map(ScriptedPeer::shown).orElse("goodbye");
  }

  /// That many frames, sorted, since answers may overtake each other.
  public List<String> hearsFrames(int count) throws IOException {
    List<String> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(hearsFrame());
    }
    frames.sort(String::compareTo);
    return frames;
  }

  @Override
  public void close() {
    channel.close();
  }

  /// A frame as text.
  public static String shown(Frame frame) {
    String flags = (frame.stream() ? "S" : "") + (frame.end() ? "E" : "");
    return frame.request() + (flags.isEmpty() ? " " : " " + flags + " ") + frame.body();
  }

  private static Body json(String text) {
    try {
      return Body.json(Json.parse(text));
    } catch (JsonException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
