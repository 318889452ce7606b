package dev.mulligan.runtime.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lists what has changed about a call without doing harm to its letters. */
final class CallNotes {
  private CallNotes() {}

  static List<String> between(CatalogueCall old, CatalogueCall now) {
    List<String> notes = new ArrayList<>();
    if (old.id().equals(now.id())
        && !(old.type() + "#" + old.method()).equals(now.type() + "#" + now.method())) {
      notes.add("it is " + now.type() + "#" + now.method() + " now");
    }
    parameters(old.parameters(), now.parameters(), notes);
    for (String policy : keys(old.policies(), now.policies())) {
      policy(policy, old.policies().get(policy), now.policies().get(policy), notes);
    }
    return notes;
  }

  private static void parameters(
      List<CatalogueParameter> old, List<CatalogueParameter> now, List<String> notes) {
    for (int i = 0; i < old.size() && old.size() == now.size(); i++) {
      CatalogueParameter before = old.get(i);
      CatalogueParameter after = now.get(i);
      if (!before.name().equals(after.name())) {
        notes.add("parameter " + before.name() + " is called " + after.name() + " now");
      }
      if (after.redacted() && !before.redacted()) {
        notes.add(
            "parameter "
                + after.name()
                + " is redacted now: letters kept before hold its values, new ones are not"
                + " replayed");
      }
    }
  }

  private static void policy(
      String policy,
      @Nullable Map<String, String> old,
      @Nullable Map<String, String> now,
      List<String> notes) {
    if (old == null || now == null) {
      notes.add("@" + policy + (now == null ? " is gone" : " is new"));
      return;
    }
    for (String attribute : keys(old, now)) {
      String before = old.getOrDefault(attribute, "not set");
      String after = now.getOrDefault(attribute, "not set");
      if (!before.equals(after)) {
        notes.add(policy + "." + attribute + " is " + after + " now, and was " + before);
      }
    }
  }

  private static <V> TreeSet<String> keys(Map<String, V> old, Map<String, V> now) {
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    return keys;
  }
}
