package org.tidings.replication.local;

import java.io.IOException;
import java.util.List;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.LocalNode.MessageSink;

/// What the command line can ask about what is stored. What it begins goes on behind, and also
/// after a restart. Thread-safe; what is refused comes as in [LocalNode].
public sealed interface LocalStorage permits OwnerStorage, ClientStorage {
  /// More feeds are not reported.
  int MOST = 1_000;

  /// What takes how much room, in bytes, and the feeds that take most of it:
  /// `{"messages","feeds","bytes":{"messages","indexes","fullText","notes","free","blobs"},
  /// "dropping","largest":[…]}`, the number of messages still to be dropped, and each of the latter
  /// as in [#feeds].
  ///
  /// @param largest how many of them, at most [#MOST]
  JsonObject report(int largest) throws IOException, InterruptedException;

  /// The feed of that id, or those with something stored that are named so, as in
  /// [LocalNode#people]: `{"id","name","messages","bytes","self","blocked","wanted","dropping"}`,
  /// the last two being whether it would be fetched again, and whether it is being dropped.
  JsonArray feeds(String idOrName) throws IOException, InterruptedException;

  /// Those we block of whom something is stored, as in [#feeds].
  JsonArray blocked() throws IOException, InterruptedException;

  /// Begins to drop a feed. Answers `{"file"}`, the bytes of the database file before that.
  JsonObject drop(FeedId feed) throws IOException, InterruptedException;

  /// What dropping these feeds would do: `{"returns"}`, about how many bytes of the file would go
  /// back to the disk by themselves, without [#compact].
  JsonObject outlook(List<FeedId> feeds) throws IOException, InterruptedException;

  /// Begins to give the disk all the file does not need. Answers as [#drop].
  JsonObject compact() throws IOException, InterruptedException;

  /// Begins to build an index again beside itself; all of them when its name is empty.
  void rebuild(String index) throws IOException, InterruptedException;

  /// Tells how far everything begun has come, now and then, until there is nothing more to do:
  /// `{"indexing":[{"name","done","total"}],"messages","file","free","packing","obstacle",
  /// "refused"}`, the number of messages still to be dropped, of the bytes of the database file,
  /// and of those of them that are free, whether the file is being written anew, and, where they
  /// are there, why the rest has to wait and why the file was not written anew.
  void watch(MessageSink sink) throws IOException, InterruptedException;
}
