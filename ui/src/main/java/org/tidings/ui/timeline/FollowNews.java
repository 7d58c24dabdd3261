package org.tidings.ui.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.Follow;
import org.tidings.feed.index.Times;
import org.tidings.feed.ref.FeedId;

/// Several who follow one person, or one person who follows several: what is told in one line.
///
/// @param by who follows, the latest first; one of both lists has only one in it
/// @param times of the latest
record FollowNews(List<Byline> by, List<Byline> whom, Times times) {
  FollowNews {
    by = List.copyOf(by);
    whom = List.copyOf(whom);
  }

  /// Whom it is about, and whether others follow them; of one subject there is one line.
  record Subject(FeedId feed, boolean isFollowed) {}

  /// All of these, given the latest first: where several follow the same person, that is one line,
  /// and so is what is left of each who follows.
  static List<FollowNews> of(List<Follow> latest) {
    Set<FeedId> once = new HashSet<>();
    Set<FeedId> several =
        latest.stream()
            .map(follow -> follow.whom().id())
            .filter(whom -> !once.add(whom))
            .collect(Collectors.toSet());
    Map<Subject, List<Follow>> lines = new LinkedHashMap<>();
    for (Follow follow : latest) {
      boolean isFollowed = several.contains(follow.whom().id());
      Subject subject = new Subject((isFollowed ? follow.whom() : follow.by()).id(), isFollowed);
      lines.computeIfAbsent(subject, line -> new ArrayList<>()).add(follow);
    }
    return lines.values().stream().map(FollowNews::line).toList();
  }

  private static FollowNews line(List<Follow> follows) {
    return new FollowNews(
        follows.stream().map(Follow::by).distinct().toList(),
        follows.stream().map(Follow::whom).distinct().toList(),
        follows.getFirst().times());
  }

  Subject subject() {
    return by.size() > 1
        ? new Subject(whom.getFirst().id(), true)
        : new Subject(by.getFirst().id(), false);
  }

  /// Whether more than two are told of.
  boolean isOfSeveral() {
    return by.size() + whom.size() > 2;
  }

  /// All who are told of: who follows, then whom.
  List<Byline> everybody() {
    return Stream.concat(by.stream(), whom.stream()).toList();
  }

  /// The same at another place.
  FollowNews at(Times place) {
    return new FollowNews(by, whom, place);
  }
}
