package org.tidings.ui.notification;

import java.util.List;
import org.tidings.ui.common.Texts;
import org.tidings.ui.desktop.NotificationKind;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.text.TextPieces;

/// What came, in the words of one notification, however much it is.
///
/// @param place where a click leads
record Wording(String title, String text, Place place) {
  private static final int NAME_LETTERS = 60;
  private static final int NAMED = 3;

  /// @param news at least one
  /// @param privateText whether to show what private messages say
  static Wording of(List<NewsItem> news, boolean privateText) {
    return news.size() == 1 ? single(news.getFirst(), privateText) : several(news);
  }

  private static Wording single(NewsItem item, boolean privateText) {
    boolean secret = item.kind() == NotificationKind.PRIVATE && !privateText;
    return new Wording(
        Texts.of("notice." + item.kind().name(), name(item)),
        secret ? Texts.of("notice.PRIVATE.text") : TextPieces.clean(item.words()),
        item.place());
  }

  private static Wording several(List<NewsItem> news) {
    boolean allPrivate = areAll(news, NotificationKind.PRIVATE);
    return new Wording(
        Texts.of(allPrivate ? "notice.privates" : "notice.several", news.size()),
        names(news),
        allPrivate ? new Place.Private() : place(news));
  }

  private static Place place(List<NewsItem> news) {
    return areAll(news, NotificationKind.STRANGER) ? new Place.Peers() : new Place.Activity();
  }

  private static boolean areAll(List<NewsItem> news, NotificationKind kind) {
    return news.stream().allMatch(item -> item.kind() == kind);
  }

  private static String names(List<NewsItem> news) {
    return Texts.listed(news.stream().map(Wording::name).distinct().toList(), NAMED);
  }

  private static String name(NewsItem item) {
    String name = TextPieces.onOneLine(item.who());
    return name.codePointCount(0, name.length()) <= NAME_LETTERS
        ? name
        : name.substring(0, name.offsetByCodePoints(0, NAME_LETTERS)) + "…";
  }
}
