package org.tidings.ui.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.desktop.NotificationKind;
import org.tidings.ui.navigation.Place;

class WordingTest {
  private static final Place SOMEWHERE = new Place.Profile(SomeFeed.of("Mara").id());

  private static NewsItem item(NotificationKind kind, String who) {
    return new NewsItem(kind, who, "Come aboard", SOMEWHERE, 1);
  }

  @Test
  void oneThingIsToldWithItsWords() {
    assertThat(Wording.of(List.of(item(NotificationKind.REPLY, "Mara")), false))
        .isEqualTo(new Wording("Mara answered you", "Come aboard", SOMEWHERE));
  }

  @Test
  void whatAPrivateMessageSaysIsToldWhereThatIsWanted() {
    List<NewsItem> news = List.of(item(NotificationKind.PRIVATE, "Mara"));
    assertThat(Wording.of(news, false))
        .isEqualTo(new Wording("Private message from Mara", "Open Tidings to read it.", SOMEWHERE));
    assertThat(Wording.of(news, true).text()).isEqualTo("Come aboard");
  }

  @Test
  void ofSeveralOnlyNamesAreTold() {
    List<NewsItem> news =
        List.of(
            item(NotificationKind.REPLY, "Mara"),
            item(NotificationKind.PRIVATE, "Jonas"),
            item(NotificationKind.MENTION, "Mara"));
    assertThat(Wording.of(news, true))
        .isEqualTo(new Wording("3 new things for you", "Mara and Jonas", new Place.Activity()));
  }

  @Test
  void severalPrivateMessagesLeadToTheConversations() {
    List<NewsItem> news =
        List.of(
            item(NotificationKind.PRIVATE, "Mara"),
            item(NotificationKind.PRIVATE, "Jonas"),
            item(NotificationKind.PRIVATE, "Amira"),
            item(NotificationKind.PRIVATE, "Kenji"),
            item(NotificationKind.PRIVATE, "Lena"));
    assertThat(Wording.of(news, true))
        .isEqualTo(
            new Wording(
                "5 new private messages", "Mara, Jonas, Amira and 2 others", new Place.Private()));
  }

  @Test
  void namesThatAreWeaponsAreBlunted() {
    String name = "\u202eevil\n\u0007" + "🏰".repeat(500);
    Wording words = Wording.of(List.of(item(NotificationKind.FOLLOW, name)), false);
    assertThat(words.title()).startsWith("evil 🏰").endsWith("🏰… follows you");
    assertThat(words.title().codePointCount(0, words.title().length())).isLessThan(80);
  }
}
