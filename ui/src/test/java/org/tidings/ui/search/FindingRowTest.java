package org.tidings.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Place;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Byline;
import org.tidings.feed.search.SearchHit;
import org.tidings.feed.search.SearchQuery;
import org.tidings.ui.Fx;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.workspace.TestWorkspace;

class FindingRowTest {
  private static final String STORY = "In the last chapter the tree did it.";

  private final SomeFeed mara = SomeFeed.of("Mara");
  private TestWorkspace test;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, Runnable::run);
    mara.name(mara.id(), "Mara");
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void itShowsWhereInAPostTheWordStands() {
    assertThat(found(Optional.empty())).isEqualTo("Mara: " + STORY);
  }

  @Test
  void aPostWithAWordToHideIsFolded() {
    test.workspace().feeds().hiddenWords().add("tree");
    assertThat(found(Optional.empty())).isEqualTo("Mara: Hidden: it has the word “tree” in it.");
  }

  @Test
  void aPostWithAWarningIsFolded() {
    assertThat(found(Optional.of("spoilers"))).contains("spoilers").doesNotContain("the tree did");
  }

  @Test
  void aLinkToSignInIsNotTakenForAnInvite() {
    String link = "ssb:experimental?action=start-http-auth&sc=" + "c".repeat(44) + "&sid=";
    assertThat(explained(link + mara.id().toString().replace("+", "%2B")))
        .contains("signs a browser in");
    assertThat(explained("https://mara.room.example")).contains("This is an invite");
  }

  private String explained(String address) {
    return Fx.get(
        () ->
            new FindingRow(
                    new Finding.Address(address),
                    Instant.EPOCH,
                    test.workspace().album().pictures())
                .getAccessibleText());
  }

  @Test
  void whoHasANamesakeIsShownWithTheBeginningOfTheirId() {
    assertThat(person(false)).isEqualTo("Mara, You do not follow each other");
    assertThat(person(true))
        .isEqualTo(
            "Mara, You do not follow each other  ·  " + mara.id().toString().substring(0, 9));
  }

  private String person(boolean hasNamesake) {
    Finding.Person person =
        new Finding.Person(
            new Byline(mara.id(), "Mara", Optional.empty()),
            test.workspace().feeds().graph().relationship(mara.id()),
            hasNamesake);
    return Fx.get(
        () ->
            new FindingRow(person, Instant.EPOCH, test.workspace().album().pictures())
                .getAccessibleText());
  }

  /// What is read in the row and what is seen there are the same.
  private String found(Optional<String> warning) {
    mara.write(new Post(STORY, Place.ROOT, List.of(), Optional.empty(), warning).toJson());
    test.receive(mara);
    SearchHit hit =
        test.workspace()
            .feeds()
            .search()
            .posts(SearchQuery.parse("chapter"), Optional.empty(), 1)
            .hits()
            .getFirst();
    FindingRow row =
        Fx.get(
            () ->
                new FindingRow(
                    new Finding.OfPost(hit), Instant.EPOCH, test.workspace().album().pictures()));
    String seen =
        row.lookupAll(".flow-text").stream()
            .filter(node -> !node.getStyleClass().contains("finding-aside"))
            .map(node -> ((FlowText) node).getText())
            .reduce("", String::concat);
    assertThat(row.getAccessibleText()).endsWith(": " + seen);
    return row.getAccessibleText();
  }
}
