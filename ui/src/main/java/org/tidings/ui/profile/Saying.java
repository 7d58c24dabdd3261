package org.tidings.ui.profile;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.content.Recipients;
import org.tidings.feed.index.OwnContacts.Said;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;

/// Says how we stand to one feed, in the open or where only we can read it. What is said in private
/// outweighs the rest (protocol 9.1), so whatever is changed in the open is repeated there once
/// anything was said there. Asks the database, so never on the JavaFX thread.
record Saying(Feeds feeds, FeedId feed) {

  /// Says it in the open.
  void openly(Edge edge) throws PublishRefused {
    feeds.publisher().publish(new Contact(feed, edge).toJson());
    if (said().secret().filter(secret -> secret != edge).isPresent()) {
      secretly(edge);
    }
  }

  /// Says it where nobody else learns of it.
  void secretly(Edge edge) throws PublishRefused {
    List<FeedId> us = List.of(feeds.identity().id());
    feeds.publisher().publishPrivate(Recipients.put(new Contact(feed, edge).toJson(), us), us);
  }

  /// Takes a block back wherever it was said; a follow from before it holds again.
  void unblock() throws PublishRefused {
    Said said = said();
    if (said.open().equals(Optional.of(Edge.BLOCK))) {
      openly(Edge.NEUTRAL);
    } else {
      secretly(said.open().orElse(Edge.NEUTRAL));
    }
  }

  private Said said() {
    return feeds.ownContacts().of(feed);
  }
}
