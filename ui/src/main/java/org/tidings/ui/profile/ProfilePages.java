package org.tidings.ui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.tidings.feed.Feeds;
import org.tidings.feed.graph.Relationship;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ProfileView;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.picture.Embedded;
import org.tidings.ui.picture.GalleryRow;
import org.tidings.ui.post.PostPictures;
import org.tidings.ui.profile.ProfileRow.PostPicture;

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
          case PICTURES -> pictures(Optional.empty(), limit);
          case FOLLOWING -> following(Optional.empty(), limit);
          case FOLLOWERS -> followers(Optional.empty(), limit);
        };
    boolean heard = isHeard(view.relationship());
    long bytes = feeds.storage().of(feed).bytes();
    return new ProfilePage(view, heard, bytes, section, rows, rows.size() < limit);
  }

  /// At most `limit` rows of a section after `last`.
  List<ProfileRow> after(Section section, ProfileRow last, int limit) {
    return switch (last) {
      case ProfileRow.OfPost(var post) -> posts(post.times().key(), limit);
      case ProfileRow.OfPictures(var shown) -> pictures(Optional.of(shown.getLast()), limit);
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

  /// Rows that are full, but for the last there is.
  private List<ProfileRow> pictures(Optional<PostPicture> after, int limit) {
    int most = limit * GalleryRow.ACROSS;
    List<PostPicture> found = new ArrayList<>();
    long before = after.map(last -> last.arrival() + 1).orElse(Long.MAX_VALUE);
    List<PostView> posts;
    do {
      posts = feeds.links().postsNamingBlobs(feed, before, most);
      posts.stream()
          .flatMap(post -> pictures(post).stream())
          .filter(picture -> after.stream().allMatch(picture::isAfter))
          .forEach(found::add);
      before = posts.isEmpty() ? 0 : posts.getLast().times().arrival();
    } while (posts.size() == most && found.size() < most);
    return found.stream()
        .limit(most)
        .gather(Gatherers.windowFixed(GalleryRow.ACROSS))
        .<ProfileRow>map(ProfileRow.OfPictures::new)
        .toList();
  }

  /// What the person has to be asked about first is not shown among others.
  private static List<PostPicture> pictures(PostView post) {
    boolean folded = post.hiddenBy().isPresent() || post.post().warning().isPresent();
    List<Embedded> pictures = folded ? List.of() : PostPictures.of(post.post());
    return IntStream.range(0, pictures.size())
        .mapToObj(number -> new PostPicture(post.times().arrival(), number, pictures.get(number)))
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
