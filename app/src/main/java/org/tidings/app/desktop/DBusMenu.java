package org.tidings.app.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A menu that somebody else shows: `com.canonical.dbusmenu`, as far as trays need it.
@DBusInterfaceName(DBusMenu.NAME)
public interface DBusMenu extends DBusInterface {
  /// The name of the interface.
  String NAME = "com.canonical.dbusmenu";

  /// Where ours is.
  String PATH = "/MenuBar";

  /// The entry with that number and so many levels below it.
  ///
  /// @param depth -1 for all
  /// @param names of the properties wanted; none for all
  @DBusMemberName("GetLayout")
  Layout<UInt32, Entry> layout(int parent, int depth, List<String> names);

  /// What there is to know of these entries.
  @DBusMemberName("GetGroupProperties")
  List<EntryProperties> properties(List<Integer> ids, List<String> names);

  /// Something was done with an entry; `clicked` is what we wait for.
  @DBusMemberName("Event")
  void event(int id, String event, Variant<?> data, UInt32 time);

  /// An entry is about to be shown.
  ///
  /// @return whether its layout has to be asked for again
  @DBusMemberName("AboutToShow")
  boolean aboutToShow(int id);

  /// The words have changed; whoever shows them asks for them again.
  class LayoutUpdated extends DBusSignal {
    public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
      super(path, revision, parent);
    }
  }

  /// The answer to [#layout].
  ///
  /// @param <A> the number of the version, always `UInt32`
  /// @param <B> the entry, always [Entry]: the library reads the types of an answer from here
  final class Layout<A, B> extends Tuple {
    @Position(0)
    private final A revision;

    @Position(1)
    private final B root;

    public Layout(A revision, B root) {
      this.revision = revision;
      this.root = root;
    }

    /// Which version of the menu this is.
    public A revision() {
      return revision;
    }

    /// The entry that was asked for.
    public B root() {
      return root;
    }
  }

  /// An entry with what is below it.
  final class Entry extends Struct {
    @Position(0)
    private final int id;

    @Position(1)
    private final Map<String, Variant<?>> properties;

    @Position(2)
    private final List<Variant<?>> children;

    public Entry(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
      this.id = id;
      this.properties = properties;
      this.children = children;
    }

    /// Its number.
    public int id() {
      return id;
    }

    /// Such as its label.
    public Map<String, Variant<?>> properties() {
      return properties;
    }

    /// Entries in variants.
    public List<Variant<?>> children() {
      return children;
    }
  }

  /// What there is to know of an entry.
  final class EntryProperties extends Struct {
    @Position(0)
    private final int id;

    @Position(1)
    private final Map<String, Variant<?>> properties;

    public EntryProperties(int id, Map<String, Variant<?>> properties) {
      this.id = id;
      this.properties = properties;
    }

    /// Its number.
    public int id() {
      return id;
    }

    /// Such as its label.
    public Map<String, Variant<?>> properties() {
      return properties;
    }
  }
}
