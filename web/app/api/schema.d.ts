// Written by `npm run api-types` from the gateway's routes.
export interface paths {
    "/api/v1/snippets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the landing page: topics that episodes could be made of.
         * @description The page comes from the last good set at once; where there is none, it is made now. With an idempotency key, the page is made for that key alone.
         */
        get: operations["listSnippets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the categories of topics. */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search/podcasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finds snippets of topics that match the words. */
        post: operations["searchPodcasts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/explore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Explores from a topic or from words: deeper into it, or broader. */
        post: operations["exploreTopics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the caller’s episodes, newest first. */
        get: operations["listPodcasts"];
        put?: never;
        /**
         * Requests an episode.
         * @description The same idempotency key again finds its episode: 202 while it is being made, 200 with the result once it is over, and a new attempt if it failed.
         */
        post: operations["createPodcast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Estimates the length and the price of an episode; starts nothing. */
        post: operations["estimatePodcast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows one episode: its state, progress, log, and where its parts are. */
        get: operations["getPodcast"];
        put?: never;
        post?: never;
        /**
         * Deletes the content of an episode; its audit record and its idempotency key stay.
         * @description Also its uploads, unless another episode is made of them, and its runs in the workflow engine, at once or, where a store is away, as soon as it is back.
         */
        delete: operations["deletePodcast"];
        options?: never;
        head?: never;
        /**
         * Renames an episode; makes it public, or unlisted again.
         * @description A new title is on record at once and in the finished file a moment later: its tag and its ETag change, its audio and the offsets in it do not. Subscribers are notified once per episode, however often it becomes public. Public or not, everyone who can open this server can hear and delete it.
         */
        patch: operations["changePodcast"];
        trace?: never;
    };
    "/api/v1/podcasts/{id}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells what the episode was asked to be, so that it can be changed and asked for again. */
        get: operations["getPodcastRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}/script": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the script, as far as it is written. */
        get: operations["getScript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}/lines/{line_id}/passages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows where a line of the script comes from: the sentences of its sources, with the text around them. */
        get: operations["getPassages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}/transcript.vtt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the transcript as WebVTT, with times. */
        get: operations["getTranscript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}/chapters.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the chapters with their exact start times, as podcast apps read them (JSON chapters 1.2.0). */
        get: operations["getChapters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}/manifest.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends every fact about the finished file, as `aethercast make` writes it beside the episode. */
        get: operations["getManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}/cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the cover as a PNG, as soon as it is drawn. */
        get: operations["getCover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the hash-chained record, the steps and the cost ledger of one episode. */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels the run; finished work is kept for a later retry. */
        post: operations["cancelPodcast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pauses the run: work in progress is finished, and nothing new is started. */
        post: operations["pausePodcast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resumes a paused run. */
        post: operations["resumePodcast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts a new attempt of a failed or cancelled run, which repeats only what had not succeeded; of a finished episode, makes lost files again. */
        post: operations["retryPodcast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows where each line is in the audio that can be heard so far. */
        get: operations["getSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/podcasts/{id}/audio.mp3": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends the finished file, with ETag and byte ranges; until then, the audio as it grows.
         * @description While an episode is being made, the answer is the audio so far and whatever follows, until it is finished. The connection is cut when the run fails or is cancelled, so that no part passes for the whole. A growing episode ignores `Range`.
         */
        get: operations["getAudio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream-tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issues a ticket that joins a live stream, or the updates of an episode or a client, once.
         * @description The audio channel is open to everyone who may listen to the episode, the UI channel to its owner. A new `client_id` belongs to the first caller who names it.
         */
        post: operations["createStreamTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Uploads a file that an episode can be made of.
         * @description Send a form, of which the first file part is taken, or the file itself as the body. The same file again is the same upload. It is kept with the episodes that are made of it, else for UPLOAD_EXPIRY_HOURS.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells how large an upload may be.
         * @description So that a larger one is refused before it is sent.
         */
        get: operations["getUploadLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deletes an uploaded file.
         * @description Episodes that were made of it stay as they are. Files that no episode is made of are deleted by themselves, UPLOAD_EXPIRY_HOURS after they were last sent; others with the last of their episodes.
         */
        delete: operations["deleteUpload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows what would be read of a source, and what is left out; makes nothing.
         * @description Takes one source of a request for an episode: a link, a text or an upload. Nothing of it is kept.
         */
        post: operations["previewSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/voices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the voices, and those that speak by default. */
        get: operations["listVoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/voices/{name}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Has a voice speak a sentence, as an MP3. */
        get: operations["previewVoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ui/schema.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the JSON Schema of the UI Definition. */
        get: operations["getUiSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ui/view/{viewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Builds a view from stored data.
         * @description landingPage takes the same query as `/api/v1/snippets`.
         */
        get: operations["getView"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a session, or finds it as it was left. */
        post: operations["initSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the preferences of a session to its owner. */
        get: operations["getPreferences"];
        /** Replaces all preferences of a session. */
        put: operations["replacePreferences"];
        /** Replaces all preferences of a session. */
        post: operations["updatePreferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the caller’s runs of every kind, newest first. */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows one run with its steps. */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the owner of a mail address whether to subscribe to new public episodes. */
        post: operations["subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscribe/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the page on which a subscription is confirmed; opening it changes nothing. */
        get: operations["askToConfirm"];
        put?: never;
        /** Confirms the subscription. */
        post: operations["confirmSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscribe/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the page on which a subscription is ended; opening it changes nothing. */
        get: operations["askToUnsubscribe"];
        put?: never;
        /** Ends the subscription; mail programs can do it with one click (RFC 8058). */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends an object of the media store to anyone who has its signed address. */
        get: operations["getMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells whether the process answers. */
        get: operations["isAlive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells whether requests can be served. */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells whether the gateway, the engine and the database answer. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document (OpenAPI 3.1). */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document as a page. */
        get: operations["readDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        LandingPage: {
            /** Format: uuid */
            workflow_id: string;
            snippets: components["schemas"]["Snippet"][];
            /** @enum {string} */
            source: "generation" | "cache";
            generated_at: string | null;
            /** @description For `cursor`; null on the last page. */
            next_cursor: string | null;
            /** @enum {string} */
            status?: "completed" | "completed_with_errors";
            faults?: components["schemas"]["SourceFault"][];
            /** @description How the page is shown; also at `/api/v1/ui/view/landingPage`. */
            ui_definition: components["schemas"]["UiDefinition"];
        };
        Snippet: {
            /** Format: uuid */
            snippet_id: string;
            /** Format: uuid */
            topic_id: string;
            title: string;
            summary: string;
            text_content: string;
            cover_art_prompt: string;
            /** @description Null when no cover could be made. */
            image_url: string | null;
            thumbnail_url: string | null;
            generation_timestamp: string;
            llm_model_used: string;
            llm_prompt_used: string | null;
            original_topic_details_from_tda: components["schemas"]["Topic"];
            keywords: string[];
            audio_url: null;
        };
        Topic: {
            /** Format: uuid */
            topic_id: string;
            title_suggestion: string;
            /** @description At most 250 characters. */
            summary: string;
            keywords: string[];
            potential_sources: {
                url: string;
                title: string;
                source_name: string;
            }[];
            /** @description 0 to 1. */
            relevance_score: number;
            publication_date?: string;
            category_suggestion: string;
            /** @description The feed, `news_api_org`, `searxng`, or `sample_library` when nothing else could be reached. */
            source_feed_name: string;
            timestamp_discovered: string;
            original_topic_details: {
                [key: string]: unknown;
            };
        };
        SourceFault: {
            feed: string;
            code: string;
            message: string;
        };
        UiComponent: {
            /** @constant */
            type: "container";
            id?: string;
            id_template?: string;
            visibility_condition?: string;
            children?: components["schemas"]["UiComponent"][];
            props?: {
                layout?: components["schemas"]["UiLayout"];
                style?: components["schemas"]["UiStyle"];
                /** @enum {string} */
                semantic_as?: "div" | "main" | "header" | "footer" | "nav" | "section" | "article" | "aside" | "form" | "ul" | "li" | "p" | "span" | "h1" | "h2" | "h3" | "h4" | "small" | "strong" | "time" | "status" | "alert";
                events?: components["schemas"]["UiEvents"];
            };
        } | {
            /** @constant */
            type: "text";
            id?: string;
            id_template?: string;
            visibility_condition?: string;
            children?: components["schemas"]["UiComponent"][];
            props: {
                layout?: components["schemas"]["UiLayout"];
                style?: components["schemas"]["UiStyle"];
                content: string;
                /** @enum {string} */
                semantic_as?: "div" | "main" | "header" | "footer" | "nav" | "section" | "article" | "aside" | "form" | "ul" | "li" | "p" | "span" | "h1" | "h2" | "h3" | "h4" | "small" | "strong" | "time" | "status" | "alert";
            };
        } | {
            /** @constant */
            type: "image";
            id?: string;
            id_template?: string;
            visibility_condition?: string;
            children?: components["schemas"]["UiComponent"][];
            props: {
                layout?: components["schemas"]["UiLayout"];
                style?: components["schemas"]["UiStyle"];
                src: string;
                alt_text?: string;
                aspect_ratio?: string;
            };
        } | {
            /** @constant */
            type: "button";
            id?: string;
            id_template?: string;
            visibility_condition?: string;
            children?: components["schemas"]["UiComponent"][];
            props: {
                layout?: components["schemas"]["UiLayout"];
                style?: components["schemas"]["UiStyle"];
                label: string;
                icon_left?: string;
                icon_right?: string;
                /** @description Said in place of the label where that alone says too little; contains the label. */
                aria_label?: string;
                /** @enum {string} */
                variant?: "primary" | "secondary" | "outline" | "link" | "chip";
                disabled_condition?: string;
                /** @description Of a button that is on or off: on while this holds. */
                pressed_condition?: string;
                events: components["schemas"]["UiEvents"];
            };
        } | {
            /** @constant */
            type: "audio_player";
            id?: string;
            id_template?: string;
            visibility_condition?: string;
            children?: components["schemas"]["UiComponent"][];
            props: {
                layout?: components["schemas"]["UiLayout"];
                style?: components["schemas"]["UiStyle"];
                /** @description An address, or the id of a stream (`strm_`...). */
                src: string;
                title?: string;
                artist?: string;
                album_art_src?: string;
            };
        } | {
            /** @constant */
            type: "list_view";
            id?: string;
            id_template?: string;
            visibility_condition?: string;
            children?: components["schemas"]["UiComponent"][];
            props: {
                layout?: components["schemas"]["UiLayout"];
                style?: components["schemas"]["UiStyle"];
                data_source: string;
                item_template: components["schemas"]["UiComponent"];
                empty_state_component?: components["schemas"]["UiComponent"];
                list_id?: string;
            };
        } | {
            /** @constant */
            type: "card";
            id?: string;
            id_template?: string;
            visibility_condition?: string;
            children?: components["schemas"]["UiComponent"][];
            props?: {
                layout?: components["schemas"]["UiLayout"];
                style?: components["schemas"]["UiStyle"];
                events?: components["schemas"]["UiEvents"];
                data_source?: string;
            };
        } | {
            /** @constant */
            type: "spacer";
            id?: string;
            id_template?: string;
            visibility_condition?: string;
            children?: components["schemas"]["UiComponent"][];
            props: {
                layout: components["schemas"]["UiLayout"];
            };
        } | {
            /** @constant */
            type: "input_field";
            id?: string;
            id_template?: string;
            visibility_condition?: string;
            children?: components["schemas"]["UiComponent"][];
            props: {
                layout?: components["schemas"]["UiLayout"];
                style?: components["schemas"]["UiStyle"];
                bind_to_context: string;
                label?: string;
                placeholder?: string;
                /** @enum {string} */
                input_type?: "text" | "email" | "password" | "number" | "search";
                value?: string;
                events?: components["schemas"]["UiEvents"];
            };
        };
        UiLayout: {
            /** @enum {string} */
            display?: "flex" | "grid" | "block" | "inline" | "none";
            /** @enum {string} */
            direction?: "row" | "column";
            /** @enum {string} */
            align_items?: "start" | "center" | "end" | "stretch" | "baseline";
            /** @enum {string} */
            justify_content?: "start" | "center" | "end" | "space-between" | "space-around" | "space-evenly";
            wrap?: boolean;
            gap?: string | number;
            padding?: string | number;
            margin?: string | number;
            width?: string | number;
            height?: string | number;
            min_width?: string | number;
            max_width?: string | number;
            min_height?: string | number;
            max_height?: string | number;
            flex_grow?: number;
            flex_shrink?: number;
            flex_basis?: string | number;
            /** @enum {string} */
            position?: "static" | "relative" | "absolute" | "sticky";
            top?: string | number;
            right?: string | number;
            bottom?: string | number;
            left?: string | number;
            /** @enum {string} */
            overflow?: "visible" | "hidden" | "auto" | "scroll";
            zIndex?: number;
        };
        UiStyle: {
            backgroundColor?: string;
            textColor?: string;
            fontFamily?: string;
            fontSize?: string | number;
            fontWeight?: string | number;
            fontStyle?: string;
            /** @enum {string} */
            textAlign?: "start" | "center" | "end" | "justify";
            textDecoration?: string;
            lineHeight?: string | number;
            borderRadius?: string | number;
            border?: string;
            boxShadow?: string;
            opacity?: number;
            backgroundImageUrl?: string;
            /** @enum {string} */
            objectFit?: "cover" | "contain" | "fill" | "none";
            cursor?: string;
            customCssClass?: string;
        };
        UiEvents: {
            [key: string]: components["schemas"]["UiAction"] | components["schemas"]["UiAction"][];
        };
        UiAction: {
            /** @constant */
            action_type: "API_CALL";
            /** @description What a binding inserts is encoded as a URI component. */
            endpoint: string & (unknown & unknown);
            /** @enum {string} */
            method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
            payload_template?: {
                [key: string]: unknown;
            };
            response_actions?: components["schemas"]["UiAction"][];
        } | {
            /** @constant */
            action_type: "NAVIGATE";
            /** @description What a binding inserts is encoded as a URI component. */
            target_path: string & (unknown & unknown);
        } | {
            /** @constant */
            action_type: "UPDATE_CONTEXT_DATA";
            updates: {
                [key: string]: unknown;
            };
            trigger_rerender: boolean;
        } | {
            /** @constant */
            action_type: "SHOW_MODAL";
            modal_id: string;
            modal_context?: {
                [key: string]: unknown;
            };
        } | {
            /** @constant */
            action_type: "CUSTOM_EVENT";
            event_name: string;
            event_data?: {
                [key: string]: unknown;
            };
        };
        UiDefinition: {
            view_id: string;
            /** @constant */
            schema_version: "1.0";
            context_data?: {
                [key: string]: unknown;
            };
            root_component: components["schemas"]["UiComponent"];
        };
        Problem: {
            /** Format: uri */
            type: string;
            /** @description What the code means. */
            title: string;
            status: number;
            /** @description What is wrong with this request. */
            detail: string;
            /** @description The requested path. */
            instance: string;
            error_code: string;
            /** @description The same as `detail`. */
            message: string;
            /** @description Whether the same request may succeed later. */
            retryable: boolean;
            details?: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            workflow_id?: string;
        };
        SearchResults: {
            /** Format: uuid */
            workflow_id: string;
            /** @enum {string} */
            status: "completed" | "completed_with_errors";
            /** @description Sources that could not be used, and what could not be made of them. */
            faults: components["schemas"]["SourceFault"][];
            /** @description Says so where nothing was found. */
            message?: string;
            search_results: components["schemas"]["Snippet"][];
        };
        ExploredTopics: {
            /** Format: uuid */
            workflow_id: string;
            /** @enum {string} */
            status: "completed" | "completed_with_errors";
            /** @description Sources that could not be used, and what could not be made of them. */
            faults: components["schemas"]["SourceFault"][];
            /** @description Says so where nothing was found. */
            message?: string;
            explored_topics: components["schemas"]["Snippet"][];
        };
        PodcastList: {
            podcasts: components["schemas"]["PodcastListItem"][];
            page: number;
            per_page: number;
            total_podcasts: number;
            total_pages: number;
        };
        PodcastListItem: {
            /** Format: uuid */
            podcast_id: string;
            topic: string;
            title: string | null;
            /** Format: date-time */
            task_created_timestamp: string;
            status: string;
            overall_status: components["schemas"]["OverallStatus"];
            error_code: string | null;
            error_message: string | null;
            progress: components["schemas"]["PodcastProgress"];
            duration_ms: number | null;
            /** @description Relative to the gateway; null until the episode is finished. */
            audio_url: string | null;
            /** @description Where it can be heard, also while it is being made; null when it failed or was cancelled. */
            live_audio_url: string | null;
            cover_url: string | null;
            /** @description Signed: good for a quarter of an hour. */
            thumbnail_url: string | null;
        };
        /** @enum {string} */
        OverallStatus: "pending" | "in_progress" | "completed" | "completed_with_errors" | "failed" | "cancelled";
        PodcastProgress: {
            stage: string;
            segments_done: number;
            segments_total: number | null;
            /** @description How much can be heard so far. */
            available_ms: number;
            eta_seconds: number | null;
        };
        PodcastDetail: {
            /** Format: uuid */
            podcast_id: string;
            /** Format: uuid */
            workflow_id: string;
            topic: string;
            title: string | null;
            /** @description BCP 47 tag. */
            language: string | null;
            /** @description Whether subscribers are notified of it. Everyone who can open this server can hear and delete it. */
            public: boolean;
            /** @description The detailed state of the run. */
            status: string;
            overall_status: components["schemas"]["OverallStatus"];
            /** @description 1, 2, ...: a retry is a new run of the same workflow. */
            run_number: number;
            /** @description Cancelled, and its work in progress is being stopped. */
            cancelling: boolean;
            error_code: string | null;
            error_message: string | null;
            warnings: components["schemas"]["Warning"][];
            progress: components["schemas"]["PodcastProgress"];
            status_url: string;
            audio_url: string | null;
            /** @description Where it can be heard, also while it is being made; null when it failed or was cancelled. */
            live_audio_url: string | null;
            script_url: string | null;
            transcript_url: string | null;
            chapters_url: string | null;
            cover_url: string | null;
            audit_url: string;
            /** @description Signed: good for a quarter of an hour. */
            thumbnail_url: string | null;
            duration_ms: number | null;
            audio_bytes: number | null;
            audio_sha256: string | null;
            /** @description Address in the media store. */
            final_audio_filepath: string | null;
            stream_id: string;
            /** @description Where to join the stream, with a ticket; null when the episode failed or was cancelled. */
            asf_websocket_url: string | null;
            asf_notification_status: string | null;
            /** Format: date-time */
            task_created_timestamp: string;
            /** Format: date-time */
            last_updated_timestamp: string;
            ended_timestamp: string | null;
            orchestration_log: components["schemas"]["StageEntry"][];
            tts_settings_used: {
                [key: string]: unknown;
            } | null;
        };
        Warning: {
            code: string;
            message: string;
        };
        StageEntry: {
            timestamp: string;
            stage: string;
            message: string;
            status: string;
            run: number;
            error_code?: string;
        };
        PodcastAccepted: {
            /** Format: uuid */
            podcast_id: string;
            /** Format: uuid */
            workflow_id: string;
            stream_id: string;
            /** @constant */
            status: "GENERATING";
            status_url: string;
        };
        Estimate: {
            words: number;
            minutes: number;
            segments: number;
            /** @description Where the sources hold less than was asked for. */
            available_minutes?: number;
            speakers: {
                name: string;
                voice: string;
                speaking_rate?: number;
            }[];
            language: string;
            cost: {
                usd: number;
                note: string;
            };
            warnings: components["schemas"]["Warning"][];
        };
        RecordedRequest: {
            topic: string | null;
            topic_id: string | null;
            sources: {
                url?: string;
                text?: string;
                title?: string;
                upload_id?: string;
                filename?: string;
            }[];
            minutes: number;
            language: string;
            speakers: {
                name: string;
                voice: string;
                speaking_rate?: number;
            }[];
            narrative_guidance: string | null;
            public: boolean;
        };
        PodcastScript: {
            script_id: string;
            topic: string;
            title: string;
            /** @description BCP 47 tag. */
            language: string;
            full_raw_script: string;
            /** @description INTRO first, OUTRO last (once it is complete). */
            segments: {
                segment_title: string;
                content: string;
                lines: {
                    line_id: string;
                    speaker: string;
                    text: string;
                    source_refs: {
                        source_id: string;
                        sentence: number;
                    }[];
                }[];
            }[];
            speakers: {
                name: string;
                voice: string;
            }[];
            sources: {
                source_id: string;
                /** @enum {string} */
                kind: "text" | "file" | "url";
                title: string;
                url?: string;
                site_name?: string;
                byline?: string;
                published_at?: string;
                sha256: string;
                word_count: number;
            }[];
            llm_model_used: string;
            /** @enum {string} */
            source: "generation_extractive" | "generation_via_aims" | "cache" | "test_mode_generation";
            persona_used: string;
            word_count: number;
            target_minutes: number;
            estimated_minutes: number;
            warnings: {
                code: string;
                message: string;
            }[];
            /** @description How pleasant the script is to hear. Absent while it is being written. */
            checks?: {
                /** @description The most sentences of one voice without a word of another; 0 where one voice is alone. */
                monologue_sentences: number;
                unanswered_questions: number;
                /** @description How often a line of the hosts’ own begins like another one. */
                repeated_openings: number;
                /** @description Part of the words that no source supports. */
                filler_share: number;
                /** @description What is beyond the limits. */
                faults: string[];
            };
            /** @description What of the sources is not said, by reason; with a complete script. */
            left_out?: {
                /** @enum {string} */
                reason: "boilerplate" | "hidden" | "navigation" | "paywall_notice" | "consent_notice" | "table" | "code_block" | "formula" | "picture" | "footnote" | "reference_list" | "front_matter" | "deleted_text" | "page_without_text" | "link" | "duplicate" | "other_language" | "not_speakable" | "overlong" | "too_short" | "not_a_sentence" | "about_the_text" | "first_person" | "question" | "heading" | "leans_on_left_out" | "no_room";
                /** @description For people: "9 tables". */
                in_words: string;
                pieces: number;
                words: number;
                source_id: string;
            }[];
            /** @description False while it is being written: sections are still added at its end, none is changed. */
            complete: boolean;
        };
        LinePassages: {
            line_id: string;
            /** @description Empty for lines of the hosts’ own. */
            passages: components["schemas"]["Passage"][];
        };
        Passage: {
            source_id: string;
            /** @description The heading above it in the source. */
            heading?: string;
            /** @description The source begins with it. */
            is_start: boolean;
            /** @description The source ends with it. */
            is_end: boolean;
            paragraphs: {
                sentences: {
                    /** @description Its place in the source, from 0, as in `source_refs`. */
                    sentence: number;
                    text: string;
                    /** @description The line is taken from it. */
                    cited: boolean;
                }[];
            }[];
        };
        Chapters: {
            /** @constant */
            version: "1.2.0";
            /** @description Of the episode. */
            title: string;
            chapters: {
                /** @description Seconds from the beginning of the audio. */
                startTime: number;
                endTime: number;
                title: string;
            }[];
        };
        EpisodeManifest: {
            /** @constant */
            format: "aethercast-episode/1";
            /** Format: uuid */
            podcast_id: string;
            title: string;
            topic: string;
            language: string;
            /** Format: date-time */
            requested_at: string;
            /** @constant */
            ai_generated: true;
            audio: {
                /** @constant */
                media_type: "audio/mpeg";
                frames: number;
            } & {
                [key: string]: unknown;
            };
            sha256: string;
            bytes: number;
            duration_ms: number;
            script_id: string;
            chapters: {
                title: string;
                start_ms: number;
                end_ms: number;
            }[];
            segments: ({
                seq: number;
                start_ms: number;
                end_ms: number;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        AuditRecord: {
            /** Format: uuid */
            workflow_id: string;
            head: {
                seq: number;
                hash: string;
            };
            entries: {
                seq: number;
                /** @description The exact text that was hashed. */
                entry: string;
                prev_hash: string;
                /** @description SHA-256 of the previous hash and the entry. */
                hash: string;
            }[];
            tasks: components["schemas"]["Step"][];
            provider_calls: {
                token: string;
                run_number: number;
                attempt: number;
                provider: string;
                model: string;
                unit: string;
                units: number;
                unit_price_usd: number;
                price_version: string;
                cost_usd: number;
                /** @enum {string} */
                outcome: "succeeded" | "failed" | "recovered" | "unsettled";
            }[];
        };
        Step: {
            /** Format: uuid */
            task_id: string;
            activity_id: string;
            agent_name: string;
            task_order: number;
            /** @enum {string} */
            status: "pending" | "dispatched" | "in_progress" | "completed" | "failed" | "skipped";
            run_number: number;
            attempt: number;
            retry_count: number;
            started_at: string | null;
            ended_at: string | null;
            input: unknown;
            output: unknown;
            error: unknown;
        };
        RunProgress: {
            stage: string;
            paused: boolean;
            segmentsDone: number;
            segmentsTotal?: number;
        };
        SegmentList: {
            /** Format: uuid */
            podcast_id: string;
            segments: components["schemas"]["Segment"][];
        };
        Segment: {
            seq: number;
            /** @description Of the script. */
            line_id: string;
            speaker: string;
            start_ms: number;
            duration_ms: number;
            /** @description First byte in the audio, counted without the tag of the file. */
            offset: number;
            bytes: number;
        };
        StreamTicket: {
            ticket: string;
            /** @description Seconds. */
            expires_in: number;
            /** @enum {string} */
            channel: "audio" | "ui";
            /** Format: uuid */
            podcast_id?: string;
            stream_id?: string;
            client_id?: string;
            /** @description Where to use the ticket. */
            websocket_url: string;
        };
        Upload: {
            /** Format: uuid */
            upload_id: string;
            bytes: number;
            sha256: string;
            /** @description Detected from the content. */
            media_type: string;
            filename: string | null;
        };
        UploadLimits: {
            max_bytes: number;
        };
        SourcePreview: {
            title: string;
            byline: string | null;
            site_name: string | null;
            /** @description As the page names it. */
            published_at: string | null;
            /** @description ISO 639-1 code; null where the text is too short to tell. */
            language: string | null;
            /** @description The address that was read in the end; null for files and texts. */
            url: string | null;
            text: string;
            words: number;
            /** @description How many of them may be said. */
            said_words: number;
            /** @description The source is longer than what is kept; its beginning is read. */
            truncated: boolean;
            warnings: {
                code: string;
                message: string;
            }[];
            left_out: {
                /** @enum {string} */
                reason: "boilerplate" | "hidden" | "navigation" | "paywall_notice" | "consent_notice" | "table" | "code_block" | "formula" | "picture" | "footnote" | "reference_list" | "front_matter" | "deleted_text" | "page_without_text" | "link" | "duplicate" | "other_language" | "not_speakable" | "overlong" | "too_short" | "not_a_sentence" | "about_the_text" | "first_person" | "question" | "heading" | "leans_on_left_out" | "no_room";
                /** @description Its beginning. */
                text: string;
                words: number;
                /** @description How many pieces it stands for. Absent: one. */
                pieces?: number;
            }[];
            /** @description Of everything that is left out. */
            left_out_counts: {
                /** @enum {string} */
                reason: "boilerplate" | "hidden" | "navigation" | "paywall_notice" | "consent_notice" | "table" | "code_block" | "formula" | "picture" | "footnote" | "reference_list" | "front_matter" | "deleted_text" | "page_without_text" | "link" | "duplicate" | "other_language" | "not_speakable" | "overlong" | "too_short" | "not_a_sentence" | "about_the_text" | "first_person" | "question" | "heading" | "leans_on_left_out" | "no_room";
                /** @description For people: "9 tables". */
                in_words: string;
                pieces: number;
                words: number;
            }[];
            /** @description Each sentence that may be said. An episode takes what its length allows. */
            spoken: {
                text: string;
                /** @description As a voice is given it. */
                said: string;
            }[];
            /** @description `text`, `spoken` and `left_out` hold only the beginning; the counts are of all. */
            shortened: boolean;
        };
        VoiceList: {
            voices: components["schemas"]["Voice"][];
            default_cast: {
                /** @enum {string} */
                engine: "local" | "flite";
                readonly voices: string[];
                /** @description Why other voices than the usual ones speak. */
                reason?: string;
            };
        };
        Voice: {
            name: string;
            /** @enum {string} */
            engine: "local" | "flite";
            model: string;
            /** @description ISO 639-1 codes. */
            readonly languages: string[];
            /** @description BCP 47 tag of its accent. */
            locale: string;
            gender: ("female" | "male") | null;
            description: string;
            licence: string;
            /** @description Whether it can speak without a download. */
            available: boolean;
            /** @description Size of the model that would be downloaded first. */
            fetch_bytes: number | null;
            unavailable_reason: string | null;
            /** @description Added by the user. */
            added: boolean;
        };
        Session: {
            client_id: string;
            preferences: {
                [key: string]: unknown;
            };
        };
        RunList: {
            runs: components["schemas"]["Run"][];
            page: number;
            per_page: number;
            total_runs: number;
            total_pages: number;
        };
        Run: {
            /** Format: uuid */
            run_id: string;
            /** Format: uuid */
            workflow_id: string;
            /** @description Null for a kind that this release does not know. */
            kind: ("podcast" | "landing" | "search" | "explore" | "task") | null;
            /** @description Workflow id in the engine. */
            engine_id: string | null;
            title: string | null;
            status: string;
            overall_status: components["schemas"]["OverallStatus"];
            stage: string | null;
            run_number: number;
            error_code: string | null;
            error_message: string | null;
            /** Format: date-time */
            started_timestamp: string;
            /** Format: date-time */
            last_updated_timestamp: string;
            ended_timestamp: string | null;
            deleted_timestamp: string | null;
            podcast_url: string | null;
        };
        RunDetail: {
            /** Format: uuid */
            run_id: string;
            /** Format: uuid */
            workflow_id: string;
            /** @description Null for a kind that this release does not know. */
            kind: ("podcast" | "landing" | "search" | "explore" | "task") | null;
            /** @description Workflow id in the engine. */
            engine_id: string | null;
            title: string | null;
            status: string;
            overall_status: components["schemas"]["OverallStatus"];
            stage: string | null;
            run_number: number;
            error_code: string | null;
            error_message: string | null;
            /** Format: date-time */
            started_timestamp: string;
            /** Format: date-time */
            last_updated_timestamp: string;
            ended_timestamp: string | null;
            deleted_timestamp: string | null;
            podcast_url: string | null;
            /** @description Page in the Temporal Web UI; null where its address is not configured. */
            engine_url: string | null;
            tasks: components["schemas"]["Step"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listSnippets: {
        parameters: {
            query?: {
                /** @description Anything else is 6. */
                limit?: number;
                /** @description Only these categories, separated by commas. */
                categories?: string;
                /** @description The session whose preferred categories count. */
                client_id?: string;
                /** @description `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description 1 to 255 printable ASCII characters, bare or as a quoted string; also taken as `Idempotency-Key`. */
                "X-Idempotency-Key"?: string;
                /** @description Accepted, but ignored: `workflow_id` in the answer names the run. */
                "X-Workflow-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of snippets. */
            200: {
                headers: {
                    /** @description The key, as a quoted string. */
                    "Idempotency-Key"?: string;
                    /** @description `true` when the key had been used before. */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LandingPage"];
                };
            };
            /**
             * @description TDA_CATEGORY_UNKNOWN: There is no such category.
             *
             *     API_GW_SNIPPETS_CURSOR_INVALID: This `cursor` is invalid. Use the one that the previous page returned.
             *
             *     API_GW_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_IDEMPOTENCY_KEY_INVALID: The idempotency key must be 1 to 255 printable ASCII characters.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: This idempotency key was used with a different request. Use a new key for a new request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_CPOA_SNIPPET_ERROR_RUN_TIMED_OUT: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_RUN_TERMINATED: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_CANCELLED: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_INTERNAL: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_SNIPPETS_UNEXPECTED_ERROR: Something went wrong on our side. The error has been logged.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_CPOA_SNIPPET_SERVICE_UNAVAILABLE: The snippets are not ready yet. Try again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_TDA_FAILURE: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_SCA_CALL_FAILED_AFTER_RETRIES: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_DISCOVERY_LATE: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_TDA_TOPIC_NOT_FOUND: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Their names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly categories: string[];
                    };
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchPodcasts: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters, bare or as a quoted string; also taken as `Idempotency-Key`. The gateway makes one when none is sent. */
                "X-Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    query: string;
                    client_id?: string | null;
                };
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    /** @description The key, as a quoted string. */
                    "Idempotency-Key"?: string;
                    /** @description `true` when the key had been used before. */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResults"];
                };
            };
            /**
             * @description API_GW_SEARCH_QUERY_INVALID: `query` must be a text of 1 to 300 characters with at least one word.
             *
             *     API_GW_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_IDEMPOTENCY_KEY_INVALID: The idempotency key must be 1 to 255 printable ASCII characters.
             *
             *     API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_VALIDATION_ERROR: Some fields of the request are invalid; see `details`.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_BODY_TOO_LARGE: The request body is larger than 1 MB. Upload long texts as files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_UNSUPPORTED_MEDIA_TYPE: Send the body as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: This idempotency key was used with a different request. Use a new key for a new request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_CPOA_SEARCH_ERROR_RUN_TIMED_OUT: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_CPOA_SEARCH_ERROR_RUN_TERMINATED: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_CPOA_SEARCH_ERROR_CANCELLED: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_CPOA_SEARCH_ERROR_INTERNAL: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_CPOA_SEARCH_SERVICE_UNAVAILABLE: The search has not finished yet. Try again shortly.
             *
             *     API_GW_CPOA_SEARCH_ERROR_TDA_FAILURE: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_CPOA_SEARCH_ERROR_SCA_CALL_FAILED_AFTER_RETRIES: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_CPOA_SEARCH_ERROR_DISCOVERY_LATE: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_CPOA_SEARCH_ERROR_TDA_TOPIC_NOT_FOUND: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exploreTopics: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters, bare or as a quoted string; also taken as `Idempotency-Key`. The gateway makes one when none is sent. */
                "X-Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_topic_id?: string | null;
                    keywords?: string[] | null;
                    /** @default deeper */
                    depth_mode?: ("deeper" | "broader") | null;
                    client_id?: string | null;
                } & ({
                    current_topic_id: string;
                } | {
                    keywords: unknown[];
                });
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    /** @description The key, as a quoted string. */
                    "Idempotency-Key"?: string;
                    /** @description `true` when the key had been used before. */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExploredTopics"];
                };
            };
            /**
             * @description API_GW_EXPLORE_INPUT_REQUIRED: Send either `current_topic_id` or `keywords`.
             *
             *     API_GW_EXPLORE_INVALID_TOPIC_ID: `current_topic_id` must be a UUID.
             *
             *     API_GW_EXPLORE_INVALID_KEYWORDS_TYPE: `keywords` must be a list of at most 20 texts.
             *
             *     API_GW_EXPLORE_INVALID_KEYWORD_ITEM: Each of `keywords` must be a text of 1 to 80 characters.
             *
             *     API_GW_EXPLORE_INVALID_DEPTH_MODE: `depth_mode` must be "deeper" or "broader".
             *
             *     API_GW_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_IDEMPOTENCY_KEY_INVALID: The idempotency key must be 1 to 255 printable ASCII characters.
             *
             *     API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_VALIDATION_ERROR: Some fields of the request are invalid; see `details`.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TDA_TOPIC_NOT_FOUND: There is no topic with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_BODY_TOO_LARGE: The request body is larger than 1 MB. Upload long texts as files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_UNSUPPORTED_MEDIA_TYPE: Send the body as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: This idempotency key was used with a different request. Use a new key for a new request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_CPOA_EXPLORE_ERROR_RUN_TIMED_OUT: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_RUN_TERMINATED: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_CANCELLED: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_INTERNAL: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_CPOA_EXPLORE_SERVICE_UNAVAILABLE: The topics are not ready yet. Try again shortly.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_TDA_FAILURE: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_SCA_CALL_FAILED_AFTER_RETRIES: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_DISCOVERY_LATE: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_TDA_TOPIC_NOT_FOUND: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPodcasts: {
        parameters: {
            query?: {
                /** @description Words of the title or the topic. */
                q?: string;
                /** @description States, separated by commas. */
                status?: string;
                /** @description Anything else is 1. */
                page?: number;
                /** @description Anything else is 10. */
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of episodes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PodcastList"];
                };
            };
            /**
             * @description API_GW_VALIDATION_ERROR: Some fields of the request are invalid; see `details`.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPodcast: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters, bare or as a quoted string; also taken as `Idempotency-Key`. The gateway makes one when none is sent. */
                "X-Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    topic?: string;
                    /** Format: uuid */
                    topic_id?: string;
                    sources?: ({
                        /**
                         * Format: uri
                         * @description Address of a public page.
                         */
                        url?: string;
                        text?: string;
                        title?: string;
                        /** Format: uuid */
                        upload_id?: string;
                    } & ({
                        text?: never;
                        title?: never;
                        upload_id?: never;
                    } | {
                        url?: never;
                        upload_id?: never;
                    } | {
                        url?: never;
                        text?: never;
                        title?: never;
                    }))[];
                    /** @default 5 */
                    minutes?: number;
                    /** @description BCP 47 tag of a language that an installed voice speaks. */
                    language?: string;
                    /** @description Their names must differ. */
                    speakers?: {
                        name: string;
                        voice?: string;
                        /** @description As a factor of the voice’s usual speed. */
                        speaking_rate?: number;
                    }[];
                    persona?: string;
                    narrative_guidance?: string;
                    voice_params?: {
                        voice_name?: string;
                        language_code?: string;
                        /** @description As a factor of the voice’s usual speed. */
                        speaking_rate?: number;
                        /** @description In semitones. */
                        pitch?: number;
                        /** @constant */
                        audio_encoding?: "MP3";
                    };
                    user_preferences?: {
                        [key: string]: unknown;
                    };
                    client_id?: string;
                    /**
                     * @description Whether subscribers are notified of it. Everyone who can open this server can hear and delete it.
                     * @default false
                     */
                    public?: boolean;
                    /** @description What an agent is to do instead; in test mode only. */
                    test_scenarios?: {
                        /** @enum {string} */
                        pswa?: "default" | "default_success" | "insufficient_content" | "llm_error" | "malformed_json" | "empty_segments" | "pswa_internal_error_valid_json";
                        /** @enum {string} */
                        vfa?: "default" | "default_success" | "vfa_error_tts" | "vfa_error_aims_tts" | "vfa_error_file_save" | "vfa_logical_error_response";
                    };
                } & (unknown | unknown | unknown);
            };
        };
        responses: {
            /** @description The key belongs to an episode that is over. */
            200: {
                headers: {
                    /** @description The key, as a quoted string. */
                    "Idempotency-Key"?: string;
                    /** @description `true` when the key had been used before. */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PodcastDetail"];
                };
            };
            /** @description The episode is being made. */
            202: {
                headers: {
                    /** @description The key, as a quoted string. */
                    "Idempotency-Key"?: string;
                    /** @description `true` when the key had been used before. */
                    "Idempotency-Replayed"?: string;
                    /** @description Where to follow its progress. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PodcastAccepted"];
                };
            };
            /**
             * @description API_GW_PODCAST_TOPIC_INVALID: `topic` must be a text of 1 to 300 characters.
             *
             *     API_GW_PODCAST_SOURCE_REQUIRED: Say what the episode is about: `topic`, `topic_id`, or `sources: [{"url": ...} | {"text": ...} | {"upload_id": ...}]`.
             *
             *     API_GW_PODCAST_INVALID_VOICE_PARAMS_TYPE: `voice_params` must be an object.
             *
             *     API_GW_PODCAST_INVALID_CLIENT_ID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_PODCAST_INVALID_TEST_SCENARIOS_TYPE: `test_scenarios` must be an object.
             *
             *     TEST_SCENARIO_REFUSED: Test scenarios only work with TEST_MODE=true.
             *
             *     API_GW_UPLOAD_NOT_FOUND: There is no upload with this `upload_id`. Upload the file again.
             *
             *     API_GW_UNSUPPORTED_LANGUAGE: No installed voice speaks this language.
             *
             *     WCHA_URL_INVALID: This is not a complete http or https address.
             *
             *     WCHA_URL_BLOCKED: This address does not lead to the public internet.
             *
             *     VFA_UNKNOWN_VOICE: There is no voice with this name.
             *
             *     VFA_INVALID_VOICE_PARAMS: Rate, pitch or pause is outside what a voice can do.
             *
             *     VFA_UNSUPPORTED_LANGUAGE: This voice does not speak that language.
             *
             *     API_GW_IDEMPOTENCY_KEY_INVALID: The idempotency key must be 1 to 255 printable ASCII characters.
             *
             *     API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_VALIDATION_ERROR: Some fields of the request are invalid; see `details`.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TDA_TOPIC_NOT_FOUND: There is no topic with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_BODY_TOO_LARGE: The request body is larger than 1 MB. Upload long texts as files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_UNSUPPORTED_MEDIA_TYPE: Send the body as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: This idempotency key was used with a different request. Use a new key for a new request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description VFA_ENGINE_UNAVAILABLE: The speech engine of this voice is not installed.
             *
             *     ASSET_UNAVAILABLE: A file that Aethercast needs could not be obtained.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    estimatePodcast: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    topic?: string;
                    /** Format: uuid */
                    topic_id?: string;
                    sources?: ({
                        /**
                         * Format: uri
                         * @description Address of a public page.
                         */
                        url?: string;
                        text?: string;
                        title?: string;
                        /** Format: uuid */
                        upload_id?: string;
                    } & ({
                        text?: never;
                        title?: never;
                        upload_id?: never;
                    } | {
                        url?: never;
                        upload_id?: never;
                    } | {
                        url?: never;
                        text?: never;
                        title?: never;
                    }))[];
                    /** @default 5 */
                    minutes?: number;
                    /** @description BCP 47 tag of a language that an installed voice speaks. */
                    language?: string;
                    /** @description Their names must differ. */
                    speakers?: {
                        name: string;
                        voice?: string;
                        /** @description As a factor of the voice’s usual speed. */
                        speaking_rate?: number;
                    }[];
                    persona?: string;
                    narrative_guidance?: string;
                    voice_params?: {
                        voice_name?: string;
                        language_code?: string;
                        /** @description As a factor of the voice’s usual speed. */
                        speaking_rate?: number;
                        /** @description In semitones. */
                        pitch?: number;
                        /** @constant */
                        audio_encoding?: "MP3";
                    };
                    user_preferences?: {
                        [key: string]: unknown;
                    };
                    client_id?: string;
                    /**
                     * @description Whether subscribers are notified of it. Everyone who can open this server can hear and delete it.
                     * @default false
                     */
                    public?: boolean;
                    /** @description What an agent is to do instead; in test mode only. */
                    test_scenarios?: {
                        /** @enum {string} */
                        pswa?: "default" | "default_success" | "insufficient_content" | "llm_error" | "malformed_json" | "empty_segments" | "pswa_internal_error_valid_json";
                        /** @enum {string} */
                        vfa?: "default" | "default_success" | "vfa_error_tts" | "vfa_error_aims_tts" | "vfa_error_file_save" | "vfa_logical_error_response";
                    };
                } & (unknown | unknown | unknown);
            };
        };
        responses: {
            /** @description The estimate. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Estimate"];
                };
            };
            /**
             * @description API_GW_PODCAST_TOPIC_INVALID: `topic` must be a text of 1 to 300 characters.
             *
             *     API_GW_PODCAST_SOURCE_REQUIRED: Say what the episode is about: `topic`, `topic_id`, or `sources: [{"url": ...} | {"text": ...} | {"upload_id": ...}]`.
             *
             *     API_GW_PODCAST_INVALID_VOICE_PARAMS_TYPE: `voice_params` must be an object.
             *
             *     API_GW_PODCAST_INVALID_CLIENT_ID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_PODCAST_INVALID_TEST_SCENARIOS_TYPE: `test_scenarios` must be an object.
             *
             *     TEST_SCENARIO_REFUSED: Test scenarios only work with TEST_MODE=true.
             *
             *     API_GW_UPLOAD_NOT_FOUND: There is no upload with this `upload_id`. Upload the file again.
             *
             *     API_GW_UNSUPPORTED_LANGUAGE: No installed voice speaks this language.
             *
             *     WCHA_URL_INVALID: This is not a complete http or https address.
             *
             *     WCHA_URL_BLOCKED: This address does not lead to the public internet.
             *
             *     VFA_UNKNOWN_VOICE: There is no voice with this name.
             *
             *     VFA_INVALID_VOICE_PARAMS: Rate, pitch or pause is outside what a voice can do.
             *
             *     VFA_UNSUPPORTED_LANGUAGE: This voice does not speak that language.
             *
             *     API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_VALIDATION_ERROR: Some fields of the request are invalid; see `details`.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TDA_TOPIC_NOT_FOUND: There is no topic with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_BODY_TOO_LARGE: The request body is larger than 1 MB. Upload long texts as files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_UNSUPPORTED_MEDIA_TYPE: Send the body as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description VFA_ENGINE_UNAVAILABLE: The speech engine of this voice is not installed.
             *
             *     ASSET_UNAVAILABLE: A file that Aethercast needs could not be obtained.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPodcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The episode. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PodcastDetail"];
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePodcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_STATE_CONFLICT: This cannot be done in the episode’s current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePodcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    public?: boolean;
                } & (unknown | unknown);
            };
        };
        responses: {
            /** @description The episode. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PodcastDetail"];
                };
            };
            /**
             * @description API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_VALIDATION_ERROR: Some fields of the request are invalid; see `details`.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_BODY_TOO_LARGE: The request body is larger than 1 MB. Upload long texts as files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_UNSUPPORTED_MEDIA_TYPE: Send the body as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPodcastRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedRequest"];
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The script. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PodcastScript"];
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_SCRIPT_NOT_READY: The script is not ready yet. Try again later.
             *
             *     MEDIA_OBJECT_MISSING: The media store does not have this object.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPassages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
                /** @description As in the script. */
                line_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The passages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinePassages"];
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_SCRIPT_NOT_READY: The script is not ready yet. Try again later.
             *
             *     API_GW_LINE_NOT_FOUND: There is no line with this id in the script.
             *
             *     MEDIA_OBJECT_MISSING: The media store does not have this object.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTranscript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transcript. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vtt": unknown;
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_TRANSCRIPT_NOT_READY: The transcript is available once the episode is finished.
             *
             *     MEDIA_OBJECT_MISSING: The media store does not have this object.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_EPISODE_PART_LOST: A part of this episode was lost and cannot be made again.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_EPISODE_IN_REPAIR: A part of this episode was lost and is being made again. Try again in a moment.
             *
             *     ENGINE_UNAVAILABLE: The workflow engine is not responding. Try again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChapters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chapters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json+chapters": components["schemas"]["Chapters"];
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_CHAPTERS_NOT_READY: The chapters are available once the episode is finished.
             *
             *     MEDIA_OBJECT_MISSING: The media store does not have this object.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_EPISODE_PART_LOST: A part of this episode was lost and cannot be made again.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_EPISODE_IN_REPAIR: A part of this episode was lost and is being made again. Try again in a moment.
             *
             *     ENGINE_UNAVAILABLE: The workflow engine is not responding. Try again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getManifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EpisodeManifest"];
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_AUDIO_NOT_FOUND_DB: The audio of this episode is not ready.
             *
             *     MEDIA_OBJECT_MISSING: The media store does not have this object.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_EPISODE_PART_LOST: A part of this episode was lost and cannot be made again.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_EPISODE_IN_REPAIR: A part of this episode was lost and is being made again. Try again in a moment.
             *
             *     ENGINE_UNAVAILABLE: The workflow engine is not responding. Try again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cover. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": unknown;
                };
            };
            /** @description The requested bytes. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": unknown;
                };
            };
            /** @description The client has the current cover. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_COVER_NOT_READY: There is no cover: it is not drawn yet, or drawing it failed.
             *
             *     MEDIA_OBJECT_MISSING: The media store does not have this object.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_RANGE_NOT_SATISFIABLE: The requested range lies outside the file. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_EPISODE_PART_LOST: A part of this episode was lost and cannot be made again.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_EPISODE_IN_REPAIR: A part of this episode was lost and is being made again. Try again in a moment.
             *
             *     ENGINE_UNAVAILABLE: The workflow engine is not responding. Try again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditRecord"];
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelPodcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run is being cancelled. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        podcast_id: string;
                        /** @constant */
                        status: "CANCELLING";
                    };
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_STATE_CONFLICT: This cannot be done in the episode’s current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pausePodcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run has confirmed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        podcast_id: string;
                        /** @enum {string} */
                        action: "pause" | "resume";
                        /** @constant */
                        applied: true;
                        progress: components["schemas"]["RunProgress"];
                    };
                };
            };
            /** @description On record, but the engine has not confirmed yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        podcast_id: string;
                        /** @enum {string} */
                        action: "pause" | "resume";
                        /** @constant */
                        applied: false;
                    };
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_STATE_CONFLICT: This cannot be done in the episode’s current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumePodcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run has confirmed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        podcast_id: string;
                        /** @enum {string} */
                        action: "pause" | "resume";
                        /** @constant */
                        applied: true;
                        progress: components["schemas"]["RunProgress"];
                    };
                };
            };
            /** @description On record, but the engine has not confirmed yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        podcast_id: string;
                        /** @enum {string} */
                        action: "pause" | "resume";
                        /** @constant */
                        applied: false;
                    };
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_STATE_CONFLICT: This cannot be done in the episode’s current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryPodcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The episode is being made. */
            202: {
                headers: {
                    /** @description The key, as a quoted string. */
                    "Idempotency-Key"?: string;
                    /** @description `true` when the key had been used before. */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PodcastAccepted"];
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_STATE_CONFLICT: This cannot be done in the episode’s current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description ENGINE_UNAVAILABLE: The workflow engine is not responding. Try again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSegments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The segments, in speaking order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentList"];
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudio: {
        parameters: {
            query?: {
                /** @description Start at this byte of the audio, counted without the ID3 tag: the same bytes before and after the end. To resume, send the number of bytes received so far. */
                offset?: string;
            };
            header?: never;
            path: {
                /** @description The episode, which is also its workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, or the growing audio, which has no `Content-Length`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/mpeg": unknown;
                };
            };
            /** @description The requested bytes. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/mpeg": unknown;
                };
            };
            /** @description The client has the current file. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description API_GW_VALIDATION_ERROR: Some fields of the request are invalid; see `details`.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_AUDIO_NOT_FOUND_DB: The audio of this episode is not ready.
             *
             *     MEDIA_OBJECT_MISSING: The media store does not have this object.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_RANGE_NOT_SATISFIABLE: The requested range lies outside the file. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_EPISODE_PART_LOST: A part of this episode was lost and cannot be made again.
             *
             *     MEDIA_OBJECT_DAMAGED: The stored object does not match its recorded hash.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_EPISODE_IN_REPAIR: A part of this episode was lost and is being made again. Try again in a moment.
             *
             *     ENGINE_UNAVAILABLE: The workflow engine is not responding. Try again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createStreamTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default audio
                     * @enum {string}
                     */
                    channel?: "audio" | "ui";
                    /** Format: uuid */
                    podcast_id?: string;
                    /** @description For the audio channel, instead of `podcast_id`. */
                    stream_id?: string;
                    /** @description For the UI channel: updates of everything that this client has requested. */
                    client_id?: string;
                } & ({
                    stream_id?: never;
                    client_id?: never;
                } | {
                    /** @constant */
                    channel?: "audio";
                    podcast_id?: never;
                    client_id?: never;
                } | {
                    /** @constant */
                    channel: "ui";
                    podcast_id?: never;
                    stream_id?: never;
                });
            };
        };
        responses: {
            /** @description The ticket, which is stored only as a hash. */
            201: {
                headers: {
                    /** @description no-store */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreamTicket"];
                };
            };
            /**
             * @description API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_VALIDATION_ERROR: Some fields of the request are invalid; see `details`.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_FORBIDDEN_SESSION_UPDATE: This `client_id` belongs to someone else.
             *
             *     API_GW_FOREIGN_ORIGIN: Requests from other websites are refused.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_NOT_FOUND: There is no episode with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_BODY_TOO_LARGE: The request body is larger than 1 MB. Upload long texts as files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_UNSUPPORTED_MEDIA_TYPE: Send the body as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadFile: {
        parameters: {
            query?: {
                /** @description Name of a file that is sent as the body. */
                filename?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The same file had been uploaded before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description Stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /**
             * @description API_GW_UPLOAD_EMPTY: The uploaded file is empty.
             *
             *     API_GW_UPLOAD_INCOMPLETE: The upload was cut off before the whole file arrived. Send it again.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_UPLOAD_TOO_LARGE: The uploaded file is larger than 25 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_UPLOAD_TYPE: Upload a text, Markdown, HTML, PDF or Word (docx) file. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DISK_FULL: There is no space left on the disk. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUploadLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadLimits"];
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_UPLOAD_UNKNOWN: There is no upload with this id. It may have expired or been deleted.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_UPLOAD_IN_USE: An episode is being made of this file. Wait until it is finished, or cancel it first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uri
                     * @description Address of a public page.
                     */
                    url?: string;
                    text?: string;
                    title?: string;
                    /** Format: uuid */
                    upload_id?: string;
                } & ({
                    text?: never;
                    title?: never;
                    upload_id?: never;
                } | {
                    url?: never;
                    upload_id?: never;
                } | {
                    url?: never;
                    text?: never;
                    title?: never;
                });
            };
        };
        responses: {
            /** @description What was understood of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePreview"];
                };
            };
            /**
             * @description API_GW_UPLOAD_NOT_FOUND: There is no upload with this `upload_id`. Upload the file again.
             *
             *     WCHA_URL_INVALID: This is not a complete http or https address.
             *
             *     WCHA_URL_BLOCKED: This address does not lead to the public internet.
             *
             *     WCHA_TOO_LARGE: The source is too large. Use a shorter one.
             *
             *     WCHA_EMPTY_SOURCE: The source contains no text.
             *
             *     WCHA_PAYWALL: The page gives only the beginning of the article: the rest is for subscribers or members.
             *
             *     WCHA_ENCRYPTED_PDF: The PDF is encrypted. Save it without a password and try again.
             *
             *     WCHA_UNREADABLE_FILE: The file is damaged, or its content does not match its type.
             *
             *     PSWA_WRITING_STOPPED: Writing from these sources takes too long or too much memory. Use shorter or plainer ones.
             *
             *     VFA_INVALID_PRONUNCIATIONS: A line of the pronunciation dictionary cannot be read.
             *
             *     API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_VALIDATION_ERROR: Some fields of the request are invalid; see `details`.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description WCHA_ROBOTS_DISALLOWED: The site asks robots not to read this page (robots.txt).
             *
             *     API_GW_FOREIGN_ORIGIN: Requests from other websites are refused.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description MEDIA_OBJECT_MISSING: The media store does not have this object.
             *
             *     WCHA_UPLOAD_MISSING: The uploaded file is no longer available. Upload it again.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_BODY_TOO_LARGE: The request body is larger than 1 MB. Upload long texts as files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description WCHA_WRONG_CONTENT_TYPE: The address does not lead to a text, HTML, PDF or Word document.
             *
             *     WCHA_UNSUPPORTED_FILE: Only text, Markdown, HTML, PDF and Word (docx) files can be read.
             *
             *     API_GW_UNSUPPORTED_MEDIA_TYPE: Send the body as application/json.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description INTERNAL: Something went wrong on our side. The error has been logged.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description WCHA_URL_UNRESOLVABLE: There is no site with this name. Check the address for typos.
             *
             *     WCHA_RESOLVER_FAILED: The site’s name could not be looked up right now.
             *
             *     WCHA_FETCH_FAILED: The page could not be fetched.
             *
             *     WCHA_HTTP_STATUS: The site answered with an error instead of the page.
             *
             *     WCHA_BAD_RESPONSE: The site’s answer is not valid HTTP.
             *
             *     WCHA_TLS_FAILED: The site’s certificate is not valid, so the page was not read.
             *
             *     WCHA_TOO_MANY_REDIRECTS: The page redirects too many times.
             */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PREVIEW_NOT_READY: The preview is not ready yet. Try again in a moment.
             *
             *     ENGINE_UNAVAILABLE: The workflow engine is not responding. Try again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WCHA_FETCH_TIMEOUT: The page took too long to load. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DISK_FULL: There is no space left on the disk. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVoices: {
        parameters: {
            query?: {
                /** @description Only voices that speak it (BCP 47). */
                language?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The voices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoiceList"];
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewVoice: {
        parameters: {
            query?: {
                /** @description Default: a sentence in the language of the voice. */
                text?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sentence. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/mpeg": unknown;
                };
            };
            /** @description The requested bytes. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/mpeg": unknown;
                };
            };
            /** @description The client has the current file. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description VFA_UNKNOWN_VOICE: There is no voice with this name.
             *
             *     VFA_UNSUPPORTED_LANGUAGE: This voice does not speak that language.
             *
             *     VFA_UNSUPPORTED_SCRIPT: The line contains characters that this voice cannot read.
             *
             *     VFA_NOTHING_TO_SPEAK: The line contains nothing that can be spoken.
             *
             *     VFA_UNSPEAKABLE_TEXT: This voice cannot speak this text properly.
             *
             *     VFA_TEXT_TOO_LONG: The line is too long for a voice to speak at once.
             *
             *     VFA_INVALID_PRONUNCIATIONS: A line of the pronunciation dictionary cannot be read.
             *
             *     API_GW_PREVIEW_TEXT_INVALID: `text` must be a text of 1 to 200 characters.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_VOICE_NOT_FOUND: There is no voice with this name.
             *
             *     MEDIA_OBJECT_MISSING: The media store does not have this object.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_RANGE_NOT_SATISFIABLE: The requested range lies outside the file. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description VFA_VOICE_MODEL_INVALID: The files of this voice are not a usable voice model.
             *
             *     VFA_SYNTHESIS_FAILED: The speech engine failed on this line.
             *
             *     VFA_SEGMENT_UNDECODABLE: The recording cannot be decoded.
             *
             *     VFA_SEGMENT_SILENT: The recording is silent.
             *
             *     VFA_SEGMENT_CLIPPED: The recording is distorted.
             *
             *     VFA_SEGMENT_LOUDNESS: The recording is too loud or too quiet.
             *
             *     VFA_SEGMENT_DURATION: The recording is too short or too long for its text.
             *
             *     INTERNAL: Something went wrong on our side. The error has been logged.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PREVIEW_NOT_READY: The preview is not ready yet. Try again in a moment.
             *
             *     ENGINE_UNAVAILABLE: The workflow engine is not responding. Try again shortly.
             *
             *     ASSET_UNAVAILABLE: A file that Aethercast needs could not be obtained.
             *
             *     VFA_ENGINE_UNAVAILABLE: The speech engine of this voice is not installed.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DISK_FULL: There is no space left on the disk. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUiSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schema. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        $schema: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getView: {
        parameters: {
            query?: {
                /** @description Anything else is 6. */
                limit?: number;
                /** @description Only these categories, separated by commas. */
                categories?: string;
                /** @description The session whose preferred categories count. */
                client_id?: string;
                /** @description `next_cursor` of the previous page. */
                cursor?: string;
                /** @description For searchResultsView: `workflow_id` of a search. */
                search_id?: string;
                /** @description For podcastPlayerView. */
                podcast_id?: string;
                /** @description For errorView. */
                error_code?: string;
            };
            header?: {
                /** @description 1 to 255 printable ASCII characters, bare or as a quoted string; also taken as `Idempotency-Key`. */
                "X-Idempotency-Key"?: string;
            };
            path: {
                viewId: "landingPage" | "searchResultsView" | "podcastPlayerView" | "errorView";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The view. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UiDefinition"];
                };
            };
            /**
             * @description DUIA_INVALID_VIEW_ID: There is no view with this id.
             *
             *     TDA_CATEGORY_UNKNOWN: There is no such category.
             *
             *     API_GW_SNIPPETS_CURSOR_INVALID: This `cursor` is invalid. Use the one that the previous page returned.
             *
             *     API_GW_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_IDEMPOTENCY_KEY_INVALID: The idempotency key must be 1 to 255 printable ASCII characters.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_RUN_NOT_FOUND: There is no run with this id.
             *
             *     API_GW_PODCAST_NOT_FOUND: There is no episode with this id.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_DELETED: This episode was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: This idempotency key was used with a different request. Use a new key for a new request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description DUIA_GENERATION_ERROR: The view could not be built from this content.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_RUN_TIMED_OUT: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_RUN_TERMINATED: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_CANCELLED: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_INTERNAL: The run failed before it finished. Send the same request to try again.
             *
             *     API_GW_SNIPPETS_UNEXPECTED_ERROR: Something went wrong on our side. The error has been logged.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_CPOA_SNIPPET_SERVICE_UNAVAILABLE: The snippets are not ready yet. Try again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_TDA_FAILURE: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_SCA_CALL_FAILED_AFTER_RETRIES: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_DISCOVERY_LATE: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_TDA_TOPIC_NOT_FOUND: Topics and snippets are unavailable right now. Try again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    initSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    client_id: string;
                    /** @description At most 32768 bytes of JSON, nested at most 20 deep, without NUL characters. */
                    initial_preferences?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /**
             * @description API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD: `preferences` must be a JSON object of at most 32 KB.
             *
             *     API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_SESSION_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_FORBIDDEN_SESSION_UPDATE: This `client_id` belongs to someone else.
             *
             *     API_GW_FOREIGN_ORIGIN: Requests from other websites are refused.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_BODY_TOO_LARGE: The request body is larger than 1 MB. Upload long texts as files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_UNSUPPORTED_MEDIA_TYPE: Send the body as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_SESSION_DB_ERROR_INIT: The session could not be opened. Try again shortly.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPreferences: {
        parameters: {
            query: {
                client_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /**
             * @description API_GW_SESSION_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_SESSION_NOT_FOUND: There is no session with this `client_id`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_SESSION_DB_ERROR_GET_PREFS: The preferences could not be read. Try again shortly.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replacePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    client_id: string;
                    /** @description At most 32768 bytes of JSON, nested at most 20 deep, without NUL characters. */
                    preferences: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        client_id: string;
                        message: string;
                    };
                };
            };
            /**
             * @description API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD: `preferences` must be a JSON object of at most 32 KB.
             *
             *     API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_SESSION_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_FORBIDDEN_SESSION_UPDATE: This `client_id` belongs to someone else.
             *
             *     API_GW_FOREIGN_ORIGIN: Requests from other websites are refused.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_SESSION_NOT_FOUND: There is no session with this `client_id`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_BODY_TOO_LARGE: The request body is larger than 1 MB. Upload long texts as files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_UNSUPPORTED_MEDIA_TYPE: Send the body as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_SESSION_DB_ERROR_UPDATE_PREFS: The preferences could not be saved. Try again shortly.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    client_id: string;
                    /** @description At most 32768 bytes of JSON, nested at most 20 deep, without NUL characters. */
                    preferences: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        client_id: string;
                        message: string;
                    };
                };
            };
            /**
             * @description API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD: `preferences` must be a JSON object of at most 32 KB.
             *
             *     API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_SESSION_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_FORBIDDEN_SESSION_UPDATE: This `client_id` belongs to someone else.
             *
             *     API_GW_FOREIGN_ORIGIN: Requests from other websites are refused.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_SESSION_NOT_FOUND: There is no session with this `client_id`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_BODY_TOO_LARGE: The request body is larger than 1 MB. Upload long texts as files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_UNSUPPORTED_MEDIA_TYPE: Send the body as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_SESSION_DB_ERROR_UPDATE_PREFS: The preferences could not be saved. Try again shortly.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                kind?: "podcast" | "landing" | "search" | "explore" | "task";
                /** @description States, separated by commas. */
                status?: string;
                /** @description Only runs that started at this date or time (ISO 8601), or later. */
                since?: string;
                /** @description Anything else is 1. */
                page?: number;
                /** @description Anything else is 10. */
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunList"];
                };
            };
            /**
             * @description API_GW_VALIDATION_ERROR: Some fields of the request are invalid; see `details`.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDetail"];
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_RUN_NOT_FOUND: There is no run with this id.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subscribe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description A mail that asks for confirmation is on its way. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                    };
                };
            };
            /**
             * @description SUBSCRIBE_EMAIL_REQUIRED: `email` is missing.
             *
             *     SUBSCRIBE_PAYLOAD_REQUIRED: Send a JSON object with `email`.
             *
             *     SUBSCRIBE_INVALID_EMAIL_FORMAT: `email` is not a complete email address.
             *
             *     SUBSCRIBE_MALFORMED_JSON: The request body is not valid JSON.
             *
             *     API_GW_HOST_INVALID: Send exactly one Host header.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description SUBSCRIBE_EMAIL_EXISTS: This address is already subscribed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_BODY_TOO_LARGE: The request body is larger than 1 MB. Upload long texts as files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_UNSUPPORTED_MEDIA_TYPE: Send the body as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description SUBSCRIBE_DB_ERROR: The subscription could not be saved. Try again shortly.
             *
             *     SUBSCRIBE_UNEXPECTED_ERROR: Something went wrong on our side. The error has been logged.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askToConfirm: {
        parameters: {
            query?: {
                /** @description From the mail. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that says so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description The link is not valid; browsers get a page that says so.
             *
             *     SUBSCRIBE_LINK_INVALID: This link is invalid or has expired.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSubscription: {
        parameters: {
            query?: {
                /** @description From the mail. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that says so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description The link is not valid; browsers get a page that says so.
             *
             *     SUBSCRIBE_LINK_INVALID: This link is invalid or has expired.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askToUnsubscribe: {
        parameters: {
            query?: {
                /** @description From the mail. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that says so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description The link is not valid; browsers get a page that says so.
             *
             *     SUBSCRIBE_LINK_INVALID: This link is invalid or has expired.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: {
                /** @description From the mail. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that says so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description The link is not valid; browsers get a page that says so.
             *
             *     SUBSCRIBE_LINK_INVALID: This link is invalid or has expired.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMedia: {
        parameters: {
            query?: {
                expires?: string;
                signature?: string;
            };
            header?: never;
            path: {
                /** @description Name of the object; contains slashes. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The requested bytes. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The client has the current object. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_MEDIA_SIGNATURE_INVALID: The signature of this address is invalid. Request a new one.
             *
             *     API_GW_MEDIA_URL_EXPIRED: This address has expired. Request a new one.
             *
             *     API_GW_FOREIGN_ORIGIN: Requests from other websites are refused.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description MEDIA_OBJECT_MISSING: The media store does not have this object.
             *
             *     API_GW_NOT_FOUND: There is nothing at this address.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_RANGE_NOT_SATISFIABLE: The requested range lies outside the file. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    isAlive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They can. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                    };
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description They cannot.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                    };
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Healthy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                        cpoa_module_status: string;
                        database_status: string;
                    };
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unhealthy.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                        cpoa_module_status: string;
                        database_status: string;
                    };
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        openapi: "3.1.0";
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description API_GW_HOST_INVALID: Send exactly one Host header. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests from other websites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. The error has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database is not responding. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
