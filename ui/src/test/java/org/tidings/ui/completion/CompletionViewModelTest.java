package org.tidings.ui.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Mention;
import org.tidings.feed.content.Mentions;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.ui.completion.CompletionViewModel.Completed;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;
import org.tidings.ui.writing.Caret;

class CompletionViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed marc = SomeFeed.of("Marc");
  private TestWorkspace test;
  private CompletionViewModel model;

  @BeforeEach
  void open(@TempDir Path folder) throws PublishRefused {
    test = new TestWorkspace(folder, screen);
    mara.name(mara.id(), "Mára Lindqvist");
    marc.name(marc.id(), "Marc [the] *Gardener*");
    test.receive(mara, marc);
    test.workspace().feeds().publisher().publish(Contact.follow(mara.id()).toJson());
    model = new CompletionViewModel(test.workspace());
    at("", "");
  }

  @AfterEach
  void close() {
    model.close();
    test.close();
  }

  private void at(String before, String after) {
    model.follow(Optional.of(new Caret(0, before, after)));
  }

  /// Types it letter by letter, after what stands there.
  private void type(String before, String typed) {
    for (int i = 0; i <= typed.length(); i++) {
      at(before + typed.substring(0, i), "");
    }
  }

  private void offers(String... sentences) {
    screen.until(() -> sentences().equals(List.of(sentences)));
  }

  private List<String> sentences() {
    return model.choices().stream().map(Choice::sentence).toList();
  }

  private static String named(SomeFeed feed, String name) {
    return name + ", " + feed.id().toString().substring(0, 9);
  }

  @Test
  void peopleAreFoundWithoutAccentsAndWhomWeFollowFirst() {
    type("Hi ", "@MAR");
    offers(named(mara, "Mára Lindqvist"), named(marc, "Marc [the] *Gardener*"));
    assertThat(model.openProperty().get()).isTrue();
  }

  @Test
  void whoIsInTheThreadComesBeforeWhomWeFollow() {
    model.among(List.of(marc.id()));
    type("", "@");
    offers(named(marc, "Marc [the] *Gardener*"), named(mara, "Mára Lindqvist"));
  }

  @Test
  void aMentionIsALinkThatMentions() {
    type("Hi ", "@lindq");
    offers(named(mara, "Mára Lindqvist"));
    Completed mention = model.choose().orElseThrow();
    assertThat(mention.replaced()).isEqualTo(6);
    assertThat(mention.text()).isEqualTo("[@Mára Lindqvist](" + mara.id() + ") ");
    assertThat(Mentions.of(mention.text()))
        .containsExactly(Mention.of(mara.id(), "Mára Lindqvist"));
    assertThat(model.openProperty().get()).isFalse();
  }

  @Test
  void aNameWithSignsOfMarkdownIsMentionedAsItIs() {
    type("", "@marc");
    screen.until(model.openProperty()::get);
    assertThat(Mentions.of(model.choose().orElseThrow().text()))
        .containsExactly(Mention.of(marc.id(), "Marc [the] *Gardener*"));
  }

  @Test
  void ourPetnameFindsButIsNotWritten() {
    test.workspace().feeds().petnames().save(mara.id(), "Big sister");
    type("", "@sis");
    screen.until(model.openProperty()::get);
    assertThat(sentences().getFirst()).startsWith("Big sister, Mára Lindqvist");
    assertThat(model.choose().orElseThrow().text()).startsWith("[@Mára Lindqvist](");
  }

  @Test
  void channelsWeSubscribeToComeFirst() throws PublishRefused {
    test.workspace().feeds().publisher().publish(Post.root("#sailing and #sailing").toJson());
    test.workspace().feeds().publisher().publish(new ChannelSubscription("saffron", true).toJson());
    type("", "#sa");
    offers("#saffron, You subscribe", "#sailing, 1 post lately");
    assertThat(model.choose().orElseThrow().text()).isEqualTo("#saffron ");
  }

  @Test
  void emojiAreFoundByTheirNames() {
    type("well ", ":smi");
    screen.until(model.openProperty()::get);
    assertThat(sentences().getFirst()).isEqualTo("😄, smile");
    assertThat(model.choose().orElseThrow().text()).isEqualTo("😄");
  }

  @Test
  void somebodyIsMentionedByTheirIdToo() {
    String id = SomeFeed.of("nobody").id().toString();
    type("", "@");
    at(id, "");
    screen.until(
        () -> sentences().size() == 1 && sentences().getFirst().startsWith(id.substring(0, 9)));
    assertThat(model.choose().orElseThrow().text()).endsWith("](" + id + ") ");
  }

  @Test
  void noSpaceIsPutBeforeOneThatIsThere() {
    at("Hi @", ", all");
    at("Hi @l", ", all");
    screen.until(model.openProperty()::get);
    assertThat(model.choose().orElseThrow().text()).endsWith(")");
  }

  @Test
  void marksGoAround() {
    type("", "@mar");
    screen.until(model.openProperty()::get);
    model.step(-1);
    assertThat(model.markedProperty().get()).isEqualTo(1);
    model.step(1);
    assertThat(model.markedProperty().get()).isZero();
  }

  @Test
  void whatIsTypedBeforeTheAnswerIsHereCounts() {
    type("", "@mar");
    screen.until(model.openProperty()::get);
    at("@marc", "");
    assertThat(model.choose().orElseThrow().text()).contains(marc.id().toString());
  }

  @Test
  void whatFitsNobodyIsNotTaken() {
    type("", "@mar");
    screen.until(model.openProperty()::get);
    at("@marx", "");
    assertThat(model.choose()).isEmpty();
    assertThat(model.openProperty().get()).isFalse();
  }

  @Test
  void aCaretThatPassesByOpensNothing() {
    at("Hi @mar", " and");
    at("Hi @mara", "nd");
    type("", "@lin");
    screen.until(model.openProperty()::get);
    assertThat(sentences()).containsExactly(named(mara, "Mára Lindqvist"));
    at("", "@lin");
    assertThat(model.openProperty().get()).isFalse();
  }

  @Test
  void aCaretThatComesBackFromElsewhereOpensNothing() {
    at("@mar", "");
    model.follow(Optional.empty());
    at("@mar", "");
    type("", ":smile");
    screen.until(model.openProperty()::get);
    assertThat(sentences().getFirst()).isEqualTo("😄, smile");
  }

  @Test
  void aLetterTakenAwayGoesOnWithTheWord() {
    type("", "@marx");
    at("@mar", "");
    offers(named(mara, "Mára Lindqvist"), named(marc, "Marc [the] *Gardener*"));
  }

  @Test
  void whatIsDismissedStaysAwayUntilAnotherWordBegins() {
    type("", "@mar");
    screen.until(model.openProperty()::get);
    model.dismiss();
    at("@mara", "");
    type("@mara ", ":smile");
    screen.until(model.openProperty()::get);
    assertThat(sentences().getFirst()).isEqualTo("😄, smile");
  }
}
