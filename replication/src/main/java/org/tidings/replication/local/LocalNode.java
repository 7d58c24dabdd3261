package org.tidings.replication.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.transport.PeerAddress;

/// What the command line can ask of a data folder: of the process that owns it, or of ourselves
/// where nobody else does. Thread-safe.
///
/// Whatever is refused comes as an [org.tidings.replication.muxrpc.RpcError] with a sentence for
/// people, and nothing has been written then; any other [IOException] leaves open what happened.
public sealed interface LocalNode permits OwnerNode, LocalClient {

  /// `{"id","address","messages","feeds","publishing","peers"}`; `address` is null without a
  /// listener, where publishing is held, `reason` says why,
  /// `resumable` whether a person may decide to go on all the same, and `withheld` how many of our
  /// own messages have never left and must not. `indexing` lists the indexes that are behind as
  /// `{"name","done","total","lacking"}`: where it is lacking, older messages may be missing in
  /// what is found by it.
  JsonObject status() throws IOException, InterruptedException;

  /// Waits until that many messages are stored: `{"messages","reachedAtMs"}`.
  JsonObject waitForMessages(long atLeast, Duration atMost)
      throws IOException, InterruptedException;

  /// Goes on publishing where it is held, because a person decided so: `{"publishing","sentence"}`,
  /// the latter with what became of newest posts that nobody has. Refused where no decision can
  /// open it.
  JsonObject resume() throws IOException, InterruptedException;

  /// Publishes content in the open, or for its `recps` alone; returns after the durable commit.
  MessageId publish(JsonObject content) throws IOException, InterruptedException;

  /// Publishes content that only these readers can open; returns after the durable commit.
  MessageId publishPrivate(JsonObject content, List<FeedId> readers)
      throws IOException, InterruptedException;

  /// Calls a peer; returns after the handshake.
  void connect(PeerAddress address) throws IOException, InterruptedException;

  /// What there is to do about rooms.
  ///
  /// @throws org.tidings.replication.muxrpc.RpcError where the network is not used
  LocalRooms rooms() throws IOException;

  /// Whoever may be meant by an id, the beginning of one (as people are shown it), or a name,
  /// whatever the case and the accents: `{"id","name"}`, the nearest first.
  JsonArray people(String named) throws IOException, InterruptedException;

  /// What only we call others, by name, each as `{"id","name"}`.
  JsonArray petnames() throws IOException, InterruptedException;

  /// Calls a feed so from now on, which nobody else learns of; no more when the name is blank.
  void name(FeedId feed, String name) throws IOException, InterruptedException;

  /// What there is to do about what is stored.
  LocalStorage storage();

  /// Tells stored messages, each as `{"key","value","timestamp"}`, and where they are looked at
  /// here with `"name"` of the author, and of private ones we can read `"opened"` and `"readers"`.
  void log(LogQuery query, MessageSink sink) throws IOException, InterruptedException;

  /// Tells a thread in causal order, each message as [#log] does.
  void thread(ThreadQuery query, MessageSink sink) throws IOException, InterruptedException;

  /// Tells posts that were found by what somebody typed, best first, each as [#log] does.
  void search(FindQuery query, MessageSink sink) throws IOException, InterruptedException;

  /// Tells everything others may have, in order of arrival and as [#log] does to programs, and
  /// answers of which feeds something is left out because it is damaged here, most first:
  /// `{"damaged":[{"id","name","messages","behind"}]}`, the last being how many that were told lie
  /// behind those, so that nobody can take them in. Where nothing is here at all of what is
  /// missing, `messages` is 0.
  JsonObject export(MessageSink sink) throws IOException, InterruptedException;

  /// Takes in a file of messages: `{"added","known","refused","reasons"}`.
  ///
  /// @param told `{"done","total"}` now and then, in bytes of the file
  JsonObject importFile(Path file, MessageSink told) throws IOException, InterruptedException;

  /// Looks for damage, and mends it if that is wanted: `{"done","total"}` now and then, then
  /// `{"sound","messages","damage":[{"kind","sentence"}],"done":[…]}`.
  void doctor(Treatment treatment, MessageSink sink) throws IOException, InterruptedException;

  /// Makes a code with which others have us follow them: `{"invite"}`.
  JsonObject createInvite(InviteQuery query) throws IOException, InterruptedException;

  /// Uses an invite to a pub, in any of its written forms, and tells each step:
  /// `{"step","done","sentence"}`.
  void useInvite(String code, MessageSink sink) throws IOException, InterruptedException;

  /// Tells where copies of our own messages are, newest first:
  /// `{"key","sequence","type","holders","sentTo","others","lastLeftMs"}`, the first two lists
  /// being of those we follow.
  void deliveries(DeliveryQuery query, MessageSink sink) throws IOException, InterruptedException;

  /// Brings the window to the front, and there to where an `ssb:` link leads.
  void raise(Optional<String> link) throws IOException, InterruptedException;

  /// Takes one message as JSON in UTF-8.
  @FunctionalInterface
  interface MessageSink {
    void accept(byte[] json) throws IOException, InterruptedException;
  }
}
