import type { UiDefinition } from '../../ui-definition/types';

/** A category as the landing view's context data has it. `after`: what is chosen after it was pressed. */
type Chip = { name: string; chosen: boolean; after: string };

/** The view's categories, those that the person prefers first, with these chosen. */
export function chipsOf(
  definition: UiDefinition,
  { chosen = chosenIn(definition), preferred }: { chosen?: string[]; preferred: string[] },
): Chip[] {
  const [all, ...names] = chipsIn(definition).map(({ name }) => name);
  if (all === undefined) return [];
  const liked = names.filter((name) => preferred.includes(name));
  const others = names.filter((name) => !preferred.includes(name));
  const chips = [...liked, ...others].map((name) => {
    const isChosen = chosen.includes(name);
    const after = isChosen ? chosen.filter((other) => other !== name) : [...chosen, name];
    return { name, chosen: isChosen, after: after.join(',') };
  });
  return [{ name: all, chosen: chosen.length === 0, after: '' }, ...chips];
}

function chosenIn(definition: UiDefinition): string[] {
  return chipsIn(definition)
    .slice(1)
    .filter(({ chosen }) => chosen)
    .map(({ name }) => name);
}

function chipsIn(definition: UiDefinition): Chip[] {
  const chips = definition.context_data?.['categories'];
  return Array.isArray(chips) ? chips.filter(isChip) : [];
}

function isChip(value: unknown): value is Chip {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}
