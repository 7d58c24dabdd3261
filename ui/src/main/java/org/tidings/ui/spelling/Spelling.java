package org.tidings.ui.spelling;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.Requery;

/// By what texts are checked in this window. Nothing is read before somebody begins to write.
/// Confined to the screen thread.
public final class Spelling implements AutoCloseable {
  private final Background background;
  private final Supplier<List<DictionaryFile>> installed;
  private final Consumer<String> learn;
  private final Requery<Speller> reading;
  private final ReadOnlyObjectWrapper<Speller> speller = new ReadOnlyObjectWrapper<>(Speller.NONE);
  private Set<String> languages = Set.of();
  private Set<String> own = Set.of();
  private boolean begun;
  private Subscription choice = Subscription.EMPTY;

  /// @param installed the dictionaries there are; asked off the screen thread
  /// @param learn keeps a word that a person says is right
  public Spelling(
      Background background, Supplier<List<DictionaryFile>> installed, Consumer<String> learn) {
    this.background = background;
    this.installed = installed;
    this.learn = learn;
    reading = new Requery<>(background, this::reading, speller::set, problem -> {});
  }

  /// Texts are checked by what is chosen there, until this is closed.
  ///
  /// @param language that of the window
  public void follow(ObservableValue<SpellingChoice> chosen, String language) {
    choice = chosen.subscribe(now -> use(now, language));
  }

  /// Texts are checked by this choice from now on.
  ///
  /// @param language that of the window
  public void use(SpellingChoice choice, String language) {
    Set<String> wanted = choice.languages().orElse(Set.of(language));
    if (!wanted.equals(languages) || !choice.words().equals(own)) {
      languages = wanted;
      own = choice.words();
      if (begun) {
        reading.request();
      }
    }
  }

  /// Somebody writes.
  public void begin() {
    if (!begun) {
      begun = true;
      reading.request();
    }
  }

  private Callable<Speller> reading() {
    Set<String> wanted = languages;
    Set<String> right = own;
    Speller before = speller.get();
    return () ->
        Speller.read(
            installed.get().stream().filter(file -> wanted.contains(file.language())).toList(),
            right,
            before);
  }

  /// What knows the words, once it has been read.
  public ReadOnlyObjectProperty<Speller> spellerProperty() {
    return speller.getReadOnlyProperty();
  }

  /// Tells what may have been meant by a word that is not right.
  public void suggest(String word, Consumer<? super List<String>> tell) {
    Speller now = speller.get();
    background.ask(() -> now.suggestions(word), tell, problem -> tell.accept(List.of()));
  }

  /// The person says that this word is right.
  public void learn(String word) {
    learn.accept(word);
  }

  /// Tells the codes of all languages there are dictionaries of.
  public void installed(Consumer<? super List<String>> tell) {
    background.ask(
        () -> installed.get().stream().map(DictionaryFile::language).distinct().sorted().toList(),
        tell,
        problem -> tell.accept(List.of()));
  }

  @Override
  public void close() {
    choice.unsubscribe();
  }
}
