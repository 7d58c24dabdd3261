package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.ui.navigation.Place;

/// Where there is much to see, all of it has a name that a screen reader can say, rows too.
@Tag("journey")
class NamedRowsJourneyTest extends OnSomeCircle {

  @Test
  void whereverSomethingIsToBeRead() {
    window.test().workspace().feeds().bookmarks().add(new Bookmark(circle.harbour(), 0, ""));
    window.test().workspace().feeds().drafts().save("post", "What I was about to say");
    for (Place place : places()) {
      window.go(place);
      assertThat(window.nameless()).as(place.toString()).isEmpty();
    }
  }

  private List<Place> places() {
    return List.of(
        new Place.Home(),
        new Place.InThread(circle.harbour()),
        new Place.Reactions(circle.harbour()),
        new Place.Details(circle.harbour()),
        new Place.Profile(circle.someone()),
        new Place.Profile(window.test().workspace().self()),
        Place.Conversation.with(List.of(circle.someone())),
        new Place.Activity(),
        new Place.Bookmarks(),
        new Place.Drafts(),
        new Place.Channels(),
        new Place.Explore(),
        new Place.Compose());
  }
}
