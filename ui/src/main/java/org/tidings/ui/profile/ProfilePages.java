package org.tidings.ui.profile;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.Feeds;
import org.tidings.feed.graph.Relationship;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.ProfileView;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.FeedId;

/// Reads a profile page by page. Thread-safe; asks the database, so never on the JavaFX thread.
final class ProfilePages {
  /// More contacts than this are not searched for somebody who follows us.
  private static final int MOST_ASKED = 500;

  private final Feeds feeds;
  private final FeedId feed;

  ProfilePages(Feeds feeds, FeedId feed) {
    this.feeds = feeds;
    this.feed = feed;
  }

  /// The profile with at most `limit` rows of a section.
  ProfilePage first(Section section, int limit) {
    ProfileView view = feeds.profiles().of(feed);
    List<ProfileRow> rows =
        switch (section) {
          case POSTS -> posts(TimelineKey.TOP, limit);
          case FOLLOWING -> following(Optional.empty(), limit);
          case FOLLOWERS -> followers(Optional.empty(), limit);
        };
    boolean heard = isHeard(view.relationship());
    return new ProfilePage(view, heard, section, rows, rows.size() < limit);
  }

  /// At most `limit` rows of a section after `last`.
  List<ProfileRow> after(Section section, ProfileRow last, int limit) {
    return switch (last) {
      case ProfileRow.OfPost(var post) -> posts(post.times().key(), limit);
      case ProfileRow.OfPerson(var by, var _) when section == Section.FOLLOWING ->
          following(Optional.of(by.id()), limit);
      case ProfileRow.OfPerson(var by, var _) -> followers(Optional.of(by.id()), limit);
      case ProfileRow.Head head -> List.of();
      case ProfileRow.Nothing nothing -> List.of();
    };
  }

  private List<ProfileRow> posts(TimelineKey after, int limit) {
    return feeds.timeline().by(feed, after, limit).stream()
        .<ProfileRow>map(ProfileRow.OfPost::new)
        .toList();
  }

  private List<ProfileRow> following(Optional<FeedId> after, int limit) {
    return people(feeds.profiles().following(feed, after, limit));
  }

  private List<ProfileRow> followers(Optional<FeedId> after, int limit) {
    return people(feeds.profiles().followers(feed, after, limit));
  }

  private List<ProfileRow> people(List<Byline> bylines) {
    return bylines.stream()
        .<ProfileRow>map(by -> new ProfileRow.OfPerson(by, feeds.graph().relationship(by.id())))
        .toList();
  }

  /// Feeds travel two steps along follows: to those who follow us, and to those who follow them.
  private boolean isHeard(Relationship relationship) {
    return relationship.followsUs()
        || feeds.profiles().following(feed, Optional.empty(), MOST_ASKED).stream()
            .anyMatch(by -> feeds.graph().relationship(by.id()).followsUs());
  }
}
