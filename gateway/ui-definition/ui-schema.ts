// The UI Definition (DUIA's product) as zod: what is published as JSON Schema and what every built view is held against.
import { z } from 'zod';

/** `item.title`, `response.podcast_id`, `view.context_data.snippets`, `self.props.src`. */
const path = '(?:item|response|view\\.context_data|self\\.props)(?:\\.[A-Za-z_][A-Za-z0-9_]*)*';
const literal = "(?:'[^']*'|-?\\d+(?:\\.\\d+)?|true|false|null)";
const term = `(?:!?${path}|${path} (?:==|!=) ${literal})`;

/**
 * When a component is shown: terms joined by ` && ` and ` || ` (`&&` binds closer; no brackets). A term is a path, which
 * holds when there is something there that is neither empty, false nor 0; `!path`; or `path == literal`, `path != literal`.
 */
export const conditionPattern = new RegExp(`^${term}(?: (?:&&|\\|\\|) ${term})*$`);

/** Text in which `{path}` stands for what is there; a text that is one binding alone keeps its type. No other braces. */
export const bindingPattern = new RegExp(`^(?:[^{}]|\\{${path}\\})*$`);

const bound = z.string().regex(bindingPattern);
/** An address: what is bound stays one path segment or one value of the query, whatever characters it has. */
const addressRule = 'What a binding inserts is encoded as a URI component.';

const condition = z.string().regex(conditionPattern);
const length = z.union([z.string(), z.number()]);

const layout = z
  .strictObject({
    display: z.enum(['flex', 'grid', 'block', 'inline', 'none']),
    direction: z.enum(['row', 'column']),
    align_items: z.enum(['start', 'center', 'end', 'stretch', 'baseline']),
    justify_content: z.enum(['start', 'center', 'end', 'space-between', 'space-around', 'space-evenly']),
    wrap: z.boolean(),
    gap: length,
    padding: length,
    margin: length,
    width: length,
    height: length,
    min_width: length,
    max_width: length,
    min_height: length,
    max_height: length,
    flex_grow: z.number(),
    flex_shrink: z.number(),
    flex_basis: length,
    position: z.enum(['static', 'relative', 'absolute', 'sticky']),
    top: length,
    right: length,
    bottom: length,
    left: length,
    overflow: z.enum(['visible', 'hidden', 'auto', 'scroll']),
    zIndex: z.number().int(),
  })
  .partial()
  .meta({ id: 'UiLayout' });

const style = z
  .strictObject({
    backgroundColor: z.string(),
    textColor: z.string(),
    fontFamily: z.string(),
    fontSize: length,
    fontWeight: length,
    fontStyle: z.string(),
    textAlign: z.enum(['start', 'center', 'end', 'justify']),
    textDecoration: z.string(),
    lineHeight: length,
    borderRadius: length,
    border: z.string(),
    boxShadow: z.string(),
    opacity: z.number().min(0).max(1),
    backgroundImageUrl: bound,
    objectFit: z.enum(['cover', 'contain', 'fill', 'none']),
    cursor: z.string(),
    customCssClass: z.string(),
  })
  .partial()
  .meta({ id: 'UiStyle' });

/** Values in payloads and updates: JSON whose texts may bind. */
const template = z.record(z.string(), z.unknown());

export type UiAction =
  | {
      action_type: 'API_CALL';
      endpoint: string;
      method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
      payload_template?: Record<string, unknown>;
      response_actions?: UiAction[];
    }
  | { action_type: 'NAVIGATE'; target_path: string }
  | { action_type: 'UPDATE_CONTEXT_DATA'; updates: Record<string, unknown>; trigger_rerender: boolean }
  | { action_type: 'SHOW_MODAL'; modal_id: string; modal_context?: Record<string, unknown> }
  | { action_type: 'CUSTOM_EVENT'; event_name: string; event_data?: Record<string, unknown> };

const action: z.ZodType<UiAction> = z
  .lazy(() =>
    z.discriminatedUnion('action_type', [
      z.strictObject({
        action_type: z.literal('API_CALL'),
        endpoint: bound.regex(/^\/api\//, 'must be an address of this gateway').describe(addressRule),
        method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
        payload_template: template.exactOptional(),
        response_actions: z.array(action).exactOptional(),
      }),
      z.strictObject({
        action_type: z.literal('NAVIGATE'),
        target_path: bound.regex(/^\/(?!\/)/, 'must be a path of this site').describe(addressRule),
      }),
      z.strictObject({
        action_type: z.literal('UPDATE_CONTEXT_DATA'),
        updates: template,
        trigger_rerender: z.boolean(),
      }),
      z.strictObject({
        action_type: z.literal('SHOW_MODAL'),
        modal_id: z.string(),
        modal_context: template.exactOptional(),
      }),
      z.strictObject({
        action_type: z.literal('CUSTOM_EVENT'),
        event_name: z.string(),
        event_data: template.exactOptional(),
      }),
    ]),
  )
  .meta({ id: 'UiAction' });

type UiEvents = Partial<Record<(typeof eventNames)[number], UiAction | UiAction[]>>;
const eventNames = [
  'onClick',
  'onHover',
  'onFocus',
  'onBlur',
  'onInput',
  'onChange',
  'onEnterPress',
] as const;
const events = z
  .partialRecord(z.enum(eventNames), z.union([action, z.array(action)]))
  .meta({ id: 'UiEvents' });

type Look = { layout?: z.infer<typeof layout>; style?: z.infer<typeof style> };
type Common = {
  id?: string;
  /** In the items of a list. */
  id_template?: string;
  visibility_condition?: string;
  children?: UiComponent[];
};

/** Where pages of readers are to know what a box or a text is. */
const semantics = [
  'div', 'main', 'header', 'footer', 'nav', 'section', 'article', 'aside', 'form', 'ul', 'li', 'p', 'span',
  'h1', 'h2', 'h3', 'h4', 'small', 'strong', 'time', 'status', 'alert',
] as const; // prettier-ignore
type Semantics = (typeof semantics)[number];

export type UiComponent = Common &
  (
    | { type: 'container'; props?: Look & { semantic_as?: Semantics; events?: UiEvents } }
    | { type: 'text'; props: Look & { content: string; semantic_as?: Semantics } }
    | { type: 'image'; props: Look & { src: string; alt_text?: string; aspect_ratio?: string } }
    | {
        type: 'button';
        props: Look & {
          label: string;
          icon_left?: string;
          icon_right?: string;
          /** What is said in place of the label where the label alone says too little; contains the label. */
          aria_label?: string;
          variant?: 'primary' | 'secondary' | 'outline' | 'link' | 'chip';
          disabled_condition?: string;
          /** A button that is on or off: on while this holds. */
          pressed_condition?: string;
          events: UiEvents;
        };
      }
    | {
        type: 'audio_player';
        props: Look & { src: string; title?: string; artist?: string; album_art_src?: string };
      }
    | {
        type: 'list_view';
        props: Look & {
          data_source: string;
          item_template: UiComponent;
          empty_state_component?: UiComponent;
          list_id?: string;
        };
      }
    | { type: 'card'; props?: Look & { events?: UiEvents; data_source?: string } }
    | { type: 'spacer'; props: { layout: z.infer<typeof layout> } }
    | {
        type: 'input_field';
        props: Look & {
          bind_to_context: string;
          label?: string;
          placeholder?: string;
          input_type?: 'text' | 'email' | 'password' | 'number' | 'search';
          value?: string;
          events?: UiEvents;
        };
      }
  );

const look = { layout: layout.exactOptional(), style: style.exactOptional() };

export const uiComponent: z.ZodType<UiComponent> = z
  .lazy(() => {
    // The type comes first in each: what checks a definition against the published schema then leaves the eight other types
    // alone at once. After `children` it would look into these nine times, at every depth.
    const common = {
      id: z.string().exactOptional(),
      id_template: bound.exactOptional(),
      visibility_condition: condition.exactOptional(),
      children: z.array(uiComponent).exactOptional(),
    };
    return z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('container'),
        ...common,
        props: z
          .strictObject({
            ...look,
            semantic_as: z.enum(semantics).exactOptional(),
            events: events.exactOptional(),
          })
          .exactOptional(),
      }),
      z.strictObject({
        type: z.literal('text'),
        ...common,
        props: z.strictObject({ ...look, content: bound, semantic_as: z.enum(semantics).exactOptional() }),
      }),
      z.strictObject({
        type: z.literal('image'),
        ...common,
        props: z.strictObject({
          ...look,
          src: bound,
          alt_text: bound.exactOptional(),
          aspect_ratio: z.string().exactOptional(),
        }),
      }),
      z.strictObject({
        type: z.literal('button'),
        ...common,
        props: z.strictObject({
          ...look,
          label: bound,
          icon_left: z.string().exactOptional(),
          icon_right: z.string().exactOptional(),
          aria_label: bound
            .exactOptional()
            .describe('Said in place of the label where that alone says too little; contains the label.'),
          variant: z.enum(['primary', 'secondary', 'outline', 'link', 'chip']).exactOptional(),
          disabled_condition: condition.exactOptional(),
          pressed_condition: condition
            .exactOptional()
            .describe('Of a button that is on or off: on while this holds.'),
          events,
        }),
      }),
      z.strictObject({
        type: z.literal('audio_player'),
        ...common,
        props: z.strictObject({
          ...look,
          src: bound.describe('An address, or the id of a stream (`strm_`...).'),
          title: bound.exactOptional(),
          artist: bound.exactOptional(),
          album_art_src: bound.exactOptional(),
        }),
      }),
      z.strictObject({
        type: z.literal('list_view'),
        ...common,
        props: z.strictObject({
          ...look,
          data_source: bound,
          item_template: uiComponent,
          empty_state_component: uiComponent.exactOptional(),
          list_id: z.string().exactOptional(),
        }),
      }),
      z.strictObject({
        type: z.literal('card'),
        ...common,
        props: z
          .strictObject({ ...look, events: events.exactOptional(), data_source: bound.exactOptional() })
          .exactOptional(),
      }),
      z.strictObject({ type: z.literal('spacer'), ...common, props: z.strictObject({ layout }) }),
      z.strictObject({
        type: z.literal('input_field'),
        ...common,
        props: z.strictObject({
          ...look,
          bind_to_context: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
          label: bound.exactOptional(),
          placeholder: z.string().exactOptional(),
          input_type: z.enum(['text', 'email', 'password', 'number', 'search']).exactOptional(),
          value: bound.exactOptional(),
          events: events.exactOptional(),
        }),
      }),
    ]);
  })
  .meta({ id: 'UiComponent' });

export const uiDefinition = z
  .strictObject({
    view_id: z.string(),
    schema_version: z.literal('1.0'),
    context_data: z.record(z.string(), z.unknown()).exactOptional(),
    root_component: uiComponent,
  })
  .meta({ id: 'UiDefinition' });

export type UiDefinition = z.infer<typeof uiDefinition>;

/** The published JSON Schema (2020-12). */
export function uiJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(uiDefinition), title: 'Aethercast UI Definition 1.0' };
}
