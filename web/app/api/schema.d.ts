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
         * The landing page: what episodes could be made of.
         * @description From the last good set at once; where there is none, made now. An idempotency key asks for a page of its own.
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
        /** The categories that topics come in. */
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
        /** Snippets of topics that match the words. */
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
        /** From a topic or from words: deeper into it, or broader. */
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
        /** The episodes of the caller, newest first. */
        get: operations["listPodcasts"];
        put?: never;
        /**
         * Has an episode made.
         * @description The same idempotency key again finds its episode: 202 while it is made, 200 with the result once it is over, a new attempt if it failed.
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
        /** What a request for an episode would come to; starts nothing. */
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
        /** One episode: state, progress, log, and where its parts are. */
        get: operations["getPodcast"];
        put?: never;
        post?: never;
        /** Deletes the content of an episode; its audit record and its key stay. */
        delete: operations["deletePodcast"];
        options?: never;
        head?: never;
        /** Makes an episode public, or private again. */
        patch: operations["changePodcast"];
        trace?: never;
    };
    "/api/v1/podcasts/{id}/script": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The script, from its first part on. */
        get: operations["getScript"];
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
        /** The transcript as WebVTT, with times. */
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
        /** The chapters as podcast apps read them (JSON chapters 1.2.0), with the real beginnings. */
        get: operations["getChapters"];
        put?: never;
        post?: never;
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
        /** Where each line is in the audio, of all that can be heard so far. */
        get: operations["getSegments"];
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
        /** Every fact of the finished file. */
        get: operations["getManifest"];
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
         * The finished file, with ETag and byte ranges; until then the audio as it grows.
         * @description Of an episode that is being made: all audio so far and what comes, until it is finished. The connection is cut when the run fails or is cancelled, so that no part passes for the whole. A `Range` of a growing episode is not honoured.
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
    "/api/v1/podcasts/{id}/cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cover, as soon as it is drawn. */
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
        /** The hash-chained record, the steps and the cost ledger of one episode. */
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
        /** Stops the run; what was made stays for a later retry. */
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
        /** Lets work in flight finish and starts nothing new. */
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
        /** Lets a paused run go on. */
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
        /** A new attempt of a failed or cancelled run, which redoes only what had not succeeded. */
        post: operations["retryPodcast"];
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
         * A ticket to join a live stream, or the news of an episode or a client, once.
         * @description The audio channel is for whoever may hear the episode, the UI channel for its owner. A `client_id` that nobody has used belongs to whoever asks first.
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
         * Takes a file that an episode can be made of.
         * @description The first file part of a form, or the body itself. The same file again is the same upload.
         */
        post: operations["uploadFile"];
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
        /** The voices, and who speaks by default. */
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
        /** A voice says a sentence. */
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
        /** JSON Schema of the UI Definition. */
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
         * A view, made of what is there.
         * @description landingPage takes the query of `/api/v1/snippets`; searchResultsView a search that is done; podcastPlayerView an episode; errorView a code.
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
        /** The preferences of a session, for its owner. */
        get: operations["getPreferences"];
        /** Replaces the whole set of preferences. */
        put: operations["replacePreferences"];
        /** Replaces the whole set of preferences. */
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
        /** Every run of the caller, newest first. */
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
        /** One run with its steps. */
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
        /** Asks an address whether it wants to hear of new public episodes. */
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
        /** The page that a subscription is confirmed on; opening it changes nothing. */
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
        /** The page that a subscription is ended on; opening it changes nothing. */
        get: operations["askToUnsubscribe"];
        put?: never;
        /** Ends the subscription (also by the one click of RFC 8058). */
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
        /** An object of the media store, at an address that was signed. */
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
        /** The process answers. */
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
        /** Whether requests can be served. */
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
        /** Whether the gateway, the engine and the database answer. */
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
            /** @description What is wrong with this very request. */
            detail: string;
            /** @description The path that was asked for. */
            instance: string;
            error_code: string;
            /** @description The same as `detail`. */
            message: string;
            /** @description Whether the same request can succeed later. */
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
            /** @description Sources that could not be used, and what could not be made. */
            faults: components["schemas"]["SourceFault"][];
            message?: string;
            search_results: components["schemas"]["Snippet"][];
        };
        ExploredTopics: {
            /** Format: uuid */
            workflow_id: string;
            /** @enum {string} */
            status: "completed" | "completed_with_errors";
            /** @description Sources that could not be used, and what could not be made. */
            faults: components["schemas"]["SourceFault"][];
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
            /** @description Whether subscribers hear of it. */
            public: boolean;
            /** @description The detailed state of the run. */
            status: string;
            overall_status: components["schemas"]["OverallStatus"];
            /** @description 1, 2, ...: a retry is a new run of the same workflow. */
            run_number: number;
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
            /** @description False while it is being written: sections are still added at its end, none is changed. */
            complete: boolean;
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
            /** @description Of its first byte in the audio, without the tag of the file. */
            offset: number;
            bytes: number;
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
            /** @description Where to use it. */
            websocket_url: string;
        };
        Upload: {
            /** Format: uuid */
            upload_id: string;
            bytes: number;
            sha256: string;
            /** @description Told by content. */
            media_type: string;
            filename: string | null;
        };
        VoiceList: {
            voices: components["schemas"]["Voice"][];
            default_cast: {
                /** @enum {string} */
                engine: "local" | "flite";
                readonly voices: string[];
                /** @description Why other voices than the usual ones would speak. */
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
            /** @description Whether it can speak without anything being fetched. */
            available: boolean;
            /** @description Size of the model that would be fetched first. */
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
            /** @description Null for a kind of another release. */
            kind: ("podcast" | "landing" | "search" | "explore" | "task") | null;
            /** @description Its workflow id in the engine. */
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
            /** @description Null for a kind of another release. */
            kind: ("podcast" | "landing" | "search" | "explore" | "task") | null;
            /** @description Its workflow id in the engine. */
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
            /** @description Its page in the Temporal Web UI; null where that is not configured. */
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
                /** @description 1 to 20; anything else is 6. */
                limit?: string;
                /** @description Only of these, separated by commas. */
                categories?: string;
                /** @description Session whose preferred categories count. */
                client_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description 1 to 255 printable ASCII characters, bare or as a quoted string. Made by the gateway when none is sent. */
                "X-Idempotency-Key"?: string;
                /** @description The same header by its standard name. */
                "Idempotency-Key"?: string;
                /** @description Taken, but not kept: `workflow_id` of the answer names the run. */
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
             * @description API_GW_IDEMPOTENCY_KEY_INVALID: The idempotency key must be 1 to 255 printable ASCII characters.
             *
             *     API_GW_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_SNIPPETS_CURSOR_INVALID: This `cursor` is none that a page of snippets gave.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
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
             * @description API_GW_CPOA_SNIPPET_ERROR_RUN_TIMED_OUT: The run did not come to its end. The same request tries again.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_RUN_TERMINATED: The run did not come to its end. The same request tries again.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_CANCELLED: The run did not come to its end. The same request tries again.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_INTERNAL: The run did not come to its end. The same request tries again.
             *
             *     API_GW_SNIPPETS_UNEXPECTED_ERROR: Something went wrong on our side. It has been logged.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged.
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
             * @description API_GW_CPOA_SNIPPET_SERVICE_UNAVAILABLE: The snippets are not ready yet. Ask again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_TDA_FAILURE: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_SCA_CALL_FAILED_AFTER_RETRIES: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_DISCOVERY_LATE: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_TDA_TOPIC_NOT_FOUND: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly.
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                /** @description 1 to 255 printable ASCII characters, bare or as a quoted string. Made by the gateway when none is sent. */
                "X-Idempotency-Key"?: string;
                /** @description The same header by its standard name. */
                "Idempotency-Key"?: string;
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
            /** @description What was found; where that is nothing, `message` says so. */
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
             * @description API_GW_IDEMPOTENCY_KEY_INVALID: The idempotency key must be 1 to 255 printable ASCII characters.
             *
             *     API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_VALIDATION_ERROR: The request has fields that are not valid; `details` names each.
             *
             *     API_GW_SEARCH_QUERY_INVALID: `query` must be a text of 1 to 300 characters with a word in it.
             *
             *     API_GW_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
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
             * @description API_GW_CPOA_SEARCH_ERROR_RUN_TIMED_OUT: The run did not come to its end. The same request tries again.
             *
             *     API_GW_CPOA_SEARCH_ERROR_RUN_TERMINATED: The run did not come to its end. The same request tries again.
             *
             *     API_GW_CPOA_SEARCH_ERROR_CANCELLED: The run did not come to its end. The same request tries again.
             *
             *     API_GW_CPOA_SEARCH_ERROR_INTERNAL: The run did not come to its end. The same request tries again.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged.
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
             * @description API_GW_CPOA_SEARCH_SERVICE_UNAVAILABLE: The search is not done yet. Ask again shortly.
             *
             *     API_GW_CPOA_SEARCH_ERROR_TDA_FAILURE: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_CPOA_SEARCH_ERROR_SCA_CALL_FAILED_AFTER_RETRIES: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_CPOA_SEARCH_ERROR_DISCOVERY_LATE: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_CPOA_SEARCH_ERROR_TDA_TOPIC_NOT_FOUND: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly.
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
                /** @description 1 to 255 printable ASCII characters, bare or as a quoted string. Made by the gateway when none is sent. */
                "X-Idempotency-Key"?: string;
                /** @description The same header by its standard name. */
                "Idempotency-Key"?: string;
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
                };
            };
        };
        responses: {
            /** @description What was found; where that is nothing, `message` says so. */
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
             * @description API_GW_IDEMPOTENCY_KEY_INVALID: The idempotency key must be 1 to 255 printable ASCII characters.
             *
             *     API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_VALIDATION_ERROR: The request has fields that are not valid; `details` names each.
             *
             *     API_GW_EXPLORE_INPUT_REQUIRED: Give `current_topic_id` or `keywords`.
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
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TDA_TOPIC_NOT_FOUND: There is no topic of this id. */
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
             * @description API_GW_CPOA_EXPLORE_ERROR_RUN_TIMED_OUT: The run did not come to its end. The same request tries again.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_RUN_TERMINATED: The run did not come to its end. The same request tries again.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_CANCELLED: The run did not come to its end. The same request tries again.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_INTERNAL: The run did not come to its end. The same request tries again.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged.
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
             * @description API_GW_CPOA_EXPLORE_SERVICE_UNAVAILABLE: The topics are not ready yet. Ask again shortly.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_TDA_FAILURE: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_SCA_CALL_FAILED_AFTER_RETRIES: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_DISCOVERY_LATE: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_CPOA_EXPLORE_ERROR_TDA_TOPIC_NOT_FOUND: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly.
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
                /** @description Words that stand in the title or the topic. */
                q?: string;
                /** @description States, separated by commas. */
                status?: string;
                /** @description From 1; anything else is 1. */
                page?: string;
                /** @description 1 to 100; anything else is 10. */
                per_page?: string;
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
            /** @description API_GW_VALIDATION_ERROR: The request has fields that are not valid; `details` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                /** @description 1 to 255 printable ASCII characters, bare or as a quoted string. Made by the gateway when none is sent. */
                "X-Idempotency-Key"?: string;
                /** @description The same header by its standard name. */
                "Idempotency-Key"?: string;
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
                    sources?: {
                        url?: string;
                        text?: string;
                        title?: string;
                        /** Format: uuid */
                        upload_id?: string;
                    }[];
                    /** @default 5 */
                    minutes?: number;
                    language?: string;
                    speakers?: {
                        name: string;
                        voice?: string;
                        speaking_rate?: number;
                    }[];
                    persona?: string;
                    narrative_guidance?: string;
                    voice_params?: {
                        voice_name?: string;
                        language_code?: string;
                        speaking_rate?: number;
                        pitch?: number;
                        /** @constant */
                        audio_encoding?: "MP3";
                    };
                    user_preferences?: {
                        [key: string]: unknown;
                    };
                    client_id?: string;
                    /** @default false */
                    public?: boolean;
                    /** @description What is to happen instead, by agent; in test mode only. */
                    test_scenarios?: {
                        /** @enum {string} */
                        pswa?: "default" | "default_success" | "insufficient_content" | "llm_error" | "malformed_json" | "empty_segments" | "pswa_internal_error_valid_json";
                        /** @enum {string} */
                        vfa?: "default" | "default_success" | "vfa_error_tts" | "vfa_error_aims_tts" | "vfa_error_file_save" | "vfa_logical_error_response";
                    };
                };
            };
        };
        responses: {
            /** @description The key stands for an episode that is over. */
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
            /** @description Being made. */
            202: {
                headers: {
                    /** @description The key, as a quoted string. */
                    "Idempotency-Key"?: string;
                    /** @description `true` when the key had been used before. */
                    "Idempotency-Replayed"?: string;
                    /** @description Where to look. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PodcastAccepted"];
                };
            };
            /**
             * @description API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_VALIDATION_ERROR: The request has fields that are not valid; `details` names each.
             *
             *     API_GW_PODCAST_TOPIC_INVALID: `topic` must be a text of 1 to 300 characters.
             *
             *     API_GW_PODCAST_SOURCE_REQUIRED: Say what the episode is about: `topic`, `topic_id`, or `sources: [{"url": ...} | {"text": ...} | {"upload_id": ...}]`.
             *
             *     API_GW_PODCAST_INVALID_VOICE_PARAMS_TYPE: `voice_params` must be an object.
             *
             *     API_GW_PODCAST_INVALID_CLIENT_ID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_PODCAST_INVALID_TEST_SCENARIOS_TYPE: `test_scenarios` must be an object.
             *
             *     TEST_SCENARIO_REFUSED: Test scenarios work with TEST_MODE=true only.
             *
             *     API_GW_UPLOAD_NOT_FOUND: There is no upload with this `upload_id`.
             *
             *     API_GW_UNSUPPORTED_LANGUAGE: No installed voice speaks this language.
             *
             *     WCHA_URL_INVALID: This is not a complete http or https address.
             *
             *     WCHA_URL_BLOCKED: This address does not lead to the public internet.
             *
             *     VFA_UNKNOWN_VOICE: There is no voice of this name.
             *
             *     VFA_INVALID_VOICE_PARAMS: Rate, pitch or pause is outside what a voice can do.
             *
             *     VFA_UNSUPPORTED_LANGUAGE: This voice does not speak that language.
             *
             *     API_GW_IDEMPOTENCY_KEY_INVALID: The idempotency key must be 1 to 255 printable ASCII characters.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TDA_TOPIC_NOT_FOUND: There is no topic of this id. */
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
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
             *     API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly.
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
                    sources?: {
                        url?: string;
                        text?: string;
                        title?: string;
                        /** Format: uuid */
                        upload_id?: string;
                    }[];
                    /** @default 5 */
                    minutes?: number;
                    language?: string;
                    speakers?: {
                        name: string;
                        voice?: string;
                        speaking_rate?: number;
                    }[];
                    persona?: string;
                    narrative_guidance?: string;
                    voice_params?: {
                        voice_name?: string;
                        language_code?: string;
                        speaking_rate?: number;
                        pitch?: number;
                        /** @constant */
                        audio_encoding?: "MP3";
                    };
                    user_preferences?: {
                        [key: string]: unknown;
                    };
                    client_id?: string;
                    /** @default false */
                    public?: boolean;
                    /** @description What is to happen instead, by agent; in test mode only. */
                    test_scenarios?: {
                        /** @enum {string} */
                        pswa?: "default" | "default_success" | "insufficient_content" | "llm_error" | "malformed_json" | "empty_segments" | "pswa_internal_error_valid_json";
                        /** @enum {string} */
                        vfa?: "default" | "default_success" | "vfa_error_tts" | "vfa_error_aims_tts" | "vfa_error_file_save" | "vfa_logical_error_response";
                    };
                };
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
             * @description API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_VALIDATION_ERROR: The request has fields that are not valid; `details` names each.
             *
             *     API_GW_PODCAST_TOPIC_INVALID: `topic` must be a text of 1 to 300 characters.
             *
             *     API_GW_PODCAST_SOURCE_REQUIRED: Say what the episode is about: `topic`, `topic_id`, or `sources: [{"url": ...} | {"text": ...} | {"upload_id": ...}]`.
             *
             *     API_GW_PODCAST_INVALID_VOICE_PARAMS_TYPE: `voice_params` must be an object.
             *
             *     API_GW_PODCAST_INVALID_CLIENT_ID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_PODCAST_INVALID_TEST_SCENARIOS_TYPE: `test_scenarios` must be an object.
             *
             *     TEST_SCENARIO_REFUSED: Test scenarios work with TEST_MODE=true only.
             *
             *     API_GW_UPLOAD_NOT_FOUND: There is no upload with this `upload_id`.
             *
             *     API_GW_UNSUPPORTED_LANGUAGE: No installed voice speaks this language.
             *
             *     WCHA_URL_INVALID: This is not a complete http or https address.
             *
             *     WCHA_URL_BLOCKED: This address does not lead to the public internet.
             *
             *     VFA_UNKNOWN_VOICE: There is no voice of this name.
             *
             *     VFA_INVALID_VOICE_PARAMS: Rate, pitch or pause is outside what a voice can do.
             *
             *     VFA_UNSUPPORTED_LANGUAGE: This voice does not speak that language.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TDA_TOPIC_NOT_FOUND: There is no topic of this id. */
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
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
             *     API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly.
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
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
            /** @description API_GW_PODCAST_STATE_CONFLICT: The episode is not in a state that allows this. */
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                    public: boolean;
                };
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
             *     API_GW_VALIDATION_ERROR: The request has fields that are not valid; `details` names each.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
             *
             *     API_GW_SCRIPT_NOT_READY: The script of this episode is not written yet.
             *
             *     MEDIA_OBJECT_MISSING: The media store has no such object.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
             *
             *     API_GW_TRANSCRIPT_NOT_READY: The transcript exists once the episode is finished.
             *
             *     MEDIA_OBJECT_MISSING: The media store has no such object.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
             *
             *     API_GW_CHAPTERS_NOT_READY: The chapters exist once the episode is finished.
             *
             *     MEDIA_OBJECT_MISSING: The media store has no such object.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
             *
             *     API_GW_AUDIO_NOT_FOUND_DB: The audio of this episode is not ready.
             *
             *     MEDIA_OBJECT_MISSING: The media store has no such object.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                /** @description The audio from this byte on, counted without the ID3 tag: the same bytes before and after the end. To resume, the number of bytes received so far. */
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
            /** @description The bytes asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/mpeg": unknown;
                };
            };
            /** @description Still the file that the client has. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description API_GW_VALIDATION_ERROR: The request has fields that are not valid; `details` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
             *
             *     API_GW_AUDIO_NOT_FOUND_DB: The audio of this episode is not ready.
             *
             *     MEDIA_OBJECT_MISSING: The media store has no such object.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description The bytes asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": unknown;
                };
            };
            /** @description Still the cover that the client has. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
             *
             *     API_GW_COVER_NOT_READY: This episode has no cover, or not yet.
             *
             *     MEDIA_OBJECT_MISSING: The media store has no such object.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description Being stopped. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
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
            /** @description API_GW_PODCAST_STATE_CONFLICT: The episode is not in a state that allows this. */
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description ENGINE_UNAVAILABLE: The workflow engine does not answer right now.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly.
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
            /** @description The run has taken it. */
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
            /** @description Sent; the engine is slow to say that it is taken. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
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
            /** @description API_GW_PODCAST_STATE_CONFLICT: The episode is not in a state that allows this. */
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description ENGINE_UNAVAILABLE: The workflow engine does not answer right now.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly.
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
            /** @description The run has taken it. */
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
            /** @description Sent; the engine is slow to say that it is taken. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
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
            /** @description API_GW_PODCAST_STATE_CONFLICT: The episode is not in a state that allows this. */
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description ENGINE_UNAVAILABLE: The workflow engine does not answer right now.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly.
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
            /** @description Being made. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_PODCAST_NOT_FOUND: There is no such episode.
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
            /** @description API_GW_PODCAST_STATE_CONFLICT: The episode is not in a state that allows this. */
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                    /** @description Of the audio channel: instead of `podcast_id`. */
                    stream_id?: string;
                    /** @description Of the UI channel: everything that this client asked for. */
                    client_id?: string;
                };
            };
        };
        responses: {
            /** @description The ticket. It is kept nowhere in clear. */
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
             *     API_GW_VALIDATION_ERROR: The request has fields that are not valid; `details` names each.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
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
             * @description API_GW_FORBIDDEN_SESSION_UPDATE: The session of this `client_id` is somebody else’s.
             *
             *     API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_PODCAST_NOT_FOUND: There is no such episode. */
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                /** @description Name of a file that is the body itself. */
                filename?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": unknown;
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description It was here already. */
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
             *     API_GW_UPLOAD_INCOMPLETE: The upload ended before all of the file had arrived. Send it again.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                /** @description 1 to 200 characters. Default: a sentence of its language. */
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
            /** @description The bytes asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/mpeg": unknown;
                };
            };
            /** @description Still the file that the client has. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description API_GW_PREVIEW_TEXT_INVALID: `text` must be a text of 1 to 200 characters.
             *
             *     VFA_UNKNOWN_VOICE: There is no voice of this name.
             *
             *     VFA_UNSUPPORTED_LANGUAGE: This voice does not speak that language.
             *
             *     VFA_UNSUPPORTED_SCRIPT: The line has letters that this voice cannot read.
             *
             *     VFA_NOTHING_TO_SPEAK: The line has nothing that can be spoken.
             *
             *     VFA_TEXT_TOO_LONG: The line is longer than a voice can speak in one go.
             *
             *     VFA_INVALID_PRONUNCIATIONS: The pronunciation dictionary has a line that cannot be read.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_VOICE_NOT_FOUND: There is no voice of this name.
             *
             *     MEDIA_OBJECT_MISSING: The media store has no such object.
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
             * @description VFA_VOICE_MODEL_INVALID: The files of this voice are no voice model that can be used.
             *
             *     VFA_SYNTHESIS_FAILED: The speech engine failed on this line.
             *
             *     VFA_SEGMENT_UNDECODABLE: The finished segment does not decode.
             *
             *     VFA_SEGMENT_SILENT: The finished segment is silent.
             *
             *     VFA_SEGMENT_CLIPPED: The finished segment is clipped.
             *
             *     VFA_SEGMENT_LOUDNESS: The finished segment is too loud or too quiet.
             *
             *     VFA_SEGMENT_DURATION: The finished segment is too short or too long for its words.
             *
             *     INTERNAL: Something went wrong on our side. It has been logged.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged.
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
             * @description API_GW_PREVIEW_NOT_READY: The voice has not spoken yet. Ask again in a moment.
             *
             *     ENGINE_UNAVAILABLE: The workflow engine does not answer right now.
             *
             *     ASSET_UNAVAILABLE: A file that Aethercast needs could not be obtained.
             *
             *     VFA_ENGINE_UNAVAILABLE: The speech engine of this voice is not installed.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly.
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                limit?: string;
                categories?: string;
                client_id?: string;
                cursor?: string;
                /** @description `workflow_id` of a search. */
                search_id?: string;
                podcast_id?: string;
                error_code?: string;
            };
            header?: never;
            path: {
                /** @description landingPage, searchResultsView, podcastPlayerView, errorView. */
                viewId: string;
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
             * @description DUIA_INVALID_VIEW_ID: There is no view of this id.
             *
             *     API_GW_IDEMPOTENCY_KEY_INVALID: The idempotency key must be 1 to 255 printable ASCII characters.
             *
             *     API_GW_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_SNIPPETS_CURSOR_INVALID: This `cursor` is none that a page of snippets gave.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_RUN_NOT_FOUND: There is no such run.
             *
             *     API_GW_PODCAST_NOT_FOUND: There is no such episode.
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
             * @description DUIA_GENERATION_ERROR: The view cannot be made of this content.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_RUN_TIMED_OUT: The run did not come to its end. The same request tries again.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_RUN_TERMINATED: The run did not come to its end. The same request tries again.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_CANCELLED: The run did not come to its end. The same request tries again.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_INTERNAL: The run did not come to its end. The same request tries again.
             *
             *     API_GW_SNIPPETS_UNEXPECTED_ERROR: Something went wrong on our side. It has been logged.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged.
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
             * @description API_GW_CPOA_SNIPPET_SERVICE_UNAVAILABLE: The snippets are not ready yet. Ask again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_TDA_FAILURE: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_SCA_CALL_FAILED_AFTER_RETRIES: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_DISCOVERY_LATE: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_CPOA_SNIPPET_ERROR_TDA_TOPIC_NOT_FOUND: Topics or snippets cannot be made right now. Ask again shortly.
             *
             *     API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly.
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
             * @description API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_SESSION_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD: `preferences` must be a JSON object of at most 32 KB.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
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
             * @description API_GW_FORBIDDEN_SESSION_UPDATE: The session of this `client_id` is somebody else’s.
             *
             *     API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken.
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
             * @description API_GW_SESSION_DB_ERROR_INIT: The session could not be opened right now.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description API_GW_SESSION_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_SESSION_NOT_FOUND: There is no session of this `client_id`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_SESSION_DB_ERROR_GET_PREFS: The preferences could not be read right now.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                    preferences: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Kept. */
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
             * @description API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_SESSION_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD: `preferences` must be a JSON object of at most 32 KB.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
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
             * @description API_GW_FORBIDDEN_SESSION_UPDATE: The session of this `client_id` is somebody else’s.
             *
             *     API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_SESSION_NOT_FOUND: There is no session of this `client_id`. */
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
             * @description API_GW_SESSION_DB_ERROR_UPDATE_PREFS: The preferences could not be kept right now.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                    preferences: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Kept. */
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
             * @description API_GW_PAYLOAD_REQUIRED: Send a JSON object as the request body.
             *
             *     API_GW_SESSION_CLIENT_ID_INVALID: `client_id` must be a text of 1 to 128 characters.
             *
             *     API_GW_SESSION_INVALID_PREFERENCES_PAYLOAD: `preferences` must be a JSON object of at most 32 KB.
             *
             *     API_GW_MALFORMED_JSON: The request body is not valid JSON.
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
             * @description API_GW_FORBIDDEN_SESSION_UPDATE: The session of this `client_id` is somebody else’s.
             *
             *     API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_SESSION_NOT_FOUND: There is no session of this `client_id`. */
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
             * @description API_GW_SESSION_DB_ERROR_UPDATE_PREFS: The preferences could not be kept right now.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                /** @description Started at this date or time, or later (ISO 8601). */
                since?: string;
                /** @description From 1; anything else is 1. */
                page?: string;
                /** @description 1 to 100; anything else is 10. */
                per_page?: string;
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
            /** @description API_GW_VALIDATION_ERROR: The request has fields that are not valid; `details` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description API_GW_RUN_NOT_FOUND: There is no such run.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                    email: string;
                };
            };
        };
        responses: {
            /** @description A mail that asks is on its way. */
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
             * @description SUBSCRIBE_PAYLOAD_REQUIRED: Send a JSON object with `email`.
             *
             *     SUBSCRIBE_EMAIL_REQUIRED: `email` is missing.
             *
             *     SUBSCRIBE_INVALID_EMAIL_FORMAT: `email` is not a complete mail address.
             *
             *     SUBSCRIBE_MALFORMED_JSON: The request body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description SUBSCRIBE_EMAIL_EXISTS: This address is subscribed already. */
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
             * @description SUBSCRIBE_DB_ERROR: The subscription could not be kept right now.
             *
             *     SUBSCRIBE_UNEXPECTED_ERROR: Something went wrong on our side. It has been logged.
             *
             *     API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                /** @description Out of the mail. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description The link is not valid; to browsers, a page that says so.
             *
             *     SUBSCRIBE_LINK_INVALID: This link is not valid, or not any more.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                /** @description Out of the mail. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description The link is not valid; to browsers, a page that says so.
             *
             *     SUBSCRIBE_LINK_INVALID: This link is not valid, or not any more.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                /** @description Out of the mail. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description The link is not valid; to browsers, a page that says so.
             *
             *     SUBSCRIBE_LINK_INVALID: This link is not valid, or not any more.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                /** @description Out of the mail. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description The link is not valid; to browsers, a page that says so.
             *
             *     SUBSCRIBE_LINK_INVALID: This link is not valid, or not any more.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
                /** @description Name of the object; has slashes. */
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
            /** @description The bytes asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description Still what the client has. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description API_GW_MEDIA_SIGNATURE_INVALID: This address is not one that we signed.
             *
             *     API_GW_MEDIA_URL_EXPIRED: This address has expired. Ask for a new one.
             *
             *     API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken.
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
             * @description MEDIA_OBJECT_MISSING: The media store has no such object.
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
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
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
             *     API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly.
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
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
             *     API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly.
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
            /** @description API_GW_FOREIGN_ORIGIN: Requests of other web sites are not taken. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_INTERNAL_SERVER_ERROR: Something went wrong on our side. It has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_GW_DATABASE_UNAVAILABLE: The database does not answer right now. Try again shortly. */
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
