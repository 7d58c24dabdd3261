package org.tidings.feed.activity;

import java.util.ArrayList;
import java.util.List;
import org.tidings.feed.content.Content;
import org.tidings.feed.content.Place;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Vote;
import org.tidings.feed.ref.Ref;

/// A feed or message that a content points to, and how.
record Link(Ref target, Why why) {

  /// All of a content.
  static List<Link> of(Content content) {
    return switch (content) {
      case Post post -> of(post);
      case Vote vote -> List.of(new Link(vote.message(), Why.REACTED));
      // Points to nothing that is asked for.
      default -> List.of();
    };
  }

  private static List<Link> of(Post post) {
    List<Link> links = new ArrayList<>();
    post.mentions()
        .forEach(
            mention -> mention.ref().ifPresent(ref -> links.add(new Link(ref, Why.MENTIONED))));
    Place place = post.place();
    place.root().ifPresent(id -> links.add(new Link(id, Why.REPLIED)));
    place.fork().ifPresent(id -> links.add(new Link(id, Why.REPLIED)));
    place.branch().forEach(id -> links.add(new Link(id, Why.REPLIED)));
    return links;
  }
}
