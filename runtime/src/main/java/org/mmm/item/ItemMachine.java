package org.mmm.item;

import java.util.List;
import org.mmm.kernel.Address;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Send;

/** An Item that is no place. */
public final class ItemMachine implements Machine<ItemState, ItemEvent> {
  private final Address self;

  public ItemMachine(Address self) {
    this.self = self;
  }

  @Override
  public ItemState empty() {
    return ItemState.unborn(self.id());
  }

  @Override
  public ItemState apply(ItemState item, ItemEvent event) {
    return item.apply(event);
  }

  @Override
  public Outcome<ItemEvent> on(ItemState item, Message message, Moment now) {
    return ItemRules.on(item, self, message, now);
  }

  @Override
  public boolean busy(ItemState item) {
    return ItemRules.busy(item);
  }

  @Override
  public List<Send> due(ItemState item, Moment now) {
    return ItemRules.due(item, self, now);
  }
}
