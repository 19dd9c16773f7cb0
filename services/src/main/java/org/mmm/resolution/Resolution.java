package org.mmm.resolution;

import java.util.Optional;
import org.mmm.action.MmmService;
import org.mmm.kernel.Address;
import org.mmm.kernel.Machine;

/** The entities of the Resolution Service. */
public final class Resolution {
  /** Into how many parts the messages of one M-Instance are divided; part of the data format. */
  public static final int ARRIVAL_LANES = 16;

  private static final String PEERS = "peers";
  private static final String ARRIVALS = "from/";
  private static final String SESSIONS = "session/";

  private Resolution() {}

  /** What keeps the list of M-Instances. */
  public static Address peers() {
    return Address.service(MmmService.RESOLUTION, PEERS);
  }

  /** What remembers that message of that M-Instance. */
  public static Address arrivals(String peer, String message) {
    int lane = Math.floorMod(message.hashCode(), ARRIVAL_LANES);
    return Address.service(MmmService.RESOLUTION, ARRIVALS + peer + "/" + lane);
  }

  /** To which M-Instance an entity's letters go; empty if it keeps none. */
  public static Optional<String> letters(Address entity) {
    String key = key(entity);
    int slash = key.indexOf('/');
    return entity.id().startsWith(MmmService.RESOLUTION.name() + "/")
            && slash > 0
            && !key.startsWith(ARRIVALS)
            && !key.startsWith(SESSIONS)
        ? Optional.of(key.substring(0, slash))
        : Optional.empty();
  }

  /** Whether something may wait in that entity that nobody asks for again. */
  public static boolean mayWait(Address entity) {
    return letters(entity).isPresent()
        || (entity.id().startsWith(MmmService.RESOLUTION.name() + "/")
            && key(entity).startsWith(SESSIONS));
  }

  /**
   * How that entity decides.
   *
   * @throws IllegalArgumentException if it is none of the Resolution Service's
   */
  public static Machine<?, ?> machine(Address self, ResolutionSettings settings) {
    String key = key(self);
    if (key.equals(PEERS)) return new PeersMachine(settings);
    if (key.startsWith(ARRIVALS)) return new ArrivalMachine(settings);
    if (key.startsWith(SESSIONS)) {
      return new SessionMachine(self, key.substring(SESSIONS.length()), settings);
    }
    if (letters(self).isPresent()) return new LaneMachine(self, settings);
    throw new IllegalArgumentException(self + " is no entity of the Resolution Service");
  }

  private static String key(Address entity) {
    return entity.id().substring(entity.id().indexOf('/') + 1);
  }
}
