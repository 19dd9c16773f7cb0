package org.mmm.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.mmm.client.Patience;
import org.mmm.home.Context;
import org.mmm.home.Home;

/** Sessions for tests that look behind a command. */
final class SessionOf {
  private SessionOf() {}

  static Session home(Path dir, URI url) {
    Context context = Context.local().at(List.of(url));
    return new Session(
        new Home(dir), context, Session.api(context, Patience.none()), Patience.none());
  }
}
