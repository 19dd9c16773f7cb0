package org.mmm.faults;

import java.util.List;

/** The setting of a workload as a world file. */
final class WorldText {
  private WorldText() {}

  static String of(Setting setting, List<String> users) {
    StringBuilder yaml = new StringBuilder("mInstance: MI1\nmEnvironment: ME1\nprocesses:\n");
    users.forEach(u -> process(u, yaml));
    process(Workload.LANDLORD, yaml);
    yaml.append("places:\n");
    setting
        .places()
        .forEach(
            (name, place) -> {
              yaml.append("  - {id: ").append(name).append(", type: Room, side: 100");
              yaml.append(", capacity: ").append(place.capacity());
              yaml.append(place.open() ? ", public: true}" : ", owner: Landlord}").append('\n');
            });
    yaml.append("items:\n");
    setting
        .items()
        .forEach(
            (name, sight) -> {
              yaml.append("  - {id: ").append(name).append(", type: Persona, side: 0, owner: ");
              yaml.append(sight.owner()).append(", inside: ").append(sight.place()).append("}\n");
            });
    return yaml.append(
            "quotas: {actionsPerMinute: 60000, refusalsPerMinute: 60000, keyRecords: 100000}\n")
        .toString();
  }

  private static void process(String id, StringBuilder yaml) {
    yaml.append("  - {id: ").append(id).append(", type: User, human: ");
    yaml.append("human-").append(id).append("}\n");
  }
}
