package org.mmm.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who may register: anyone, who brings a code, or nobody. */
final class Invitations {
  private final EdgeSettings settings;
  private final List<String> codes;

  /**
   * @throws IllegalArgumentException if the file of codes cannot be read
   */
  Invitations(EdgeSettings settings) {
    this.settings = settings;
    this.codes = new ArrayList<>(settings.invitations());
    if (!settings.invitationsFile().isEmpty()) codes.addAll(lines(settings.invitationsFile()));
  }

  /** Refuses with 403 whoever may not register. */
  void check(Exchange in) {
    switch (settings.registration()) {
      case OPEN -> {}
      case CLOSED -> throw Refusal.rights("registration is closed here");
      case INVITE -> {
        String code = in.header("MMM-Invitation").orElse("");
        boolean invited = false;
        for (String one : codes) invited |= Secrets.same(one, code); // all, whichever fits
        if (!invited) {
          throw Refusal.rights("registration is by invitation: send a code as MMM-Invitation");
        }
      }
    }
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .map(String::strip)
          .filter(l -> !l.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "mmm.edge.invitations-file must name a readable file, was " + file + ": " + e, e);
    }
  }
}
