// Made by `npm run api`; not to be edited.
// openapi.json 122d0977d34778bb6839c38e963a2db6fec7770e82346b30c96239a715f5223e
// types b7634b08b0bbc8c6e11f4391bacffe67cccc2b1608365595ad260289b8c8ca63
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the server works.
         * @description Whether the server can answer: it can read its database.
         */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/canon/v1/temporaryStore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a temporary file.
         * @description The bytes as they were written, with the content type and encoding of the file.
         */
        get: operations["readTemporaryFile"];
        /**
         * Write a temporary file; the last write counts.
         * @description Stores the body's bytes; a second write takes the place of the first.
         */
        put: operations["writeTemporaryFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/canon/v1/jobTickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Poll a job ticket.
         * @description Ask until jobStatus is completed or failed. The URL stands in the ticket and needs no token.
         */
        get: operations["pollJobTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/files/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a temporary file; answers its two URLs.
         * @description Makes a temporary file: it is encrypted, and gone after 15 minutes. Its `get` URL only reads and its `put` URL only
         *     writes; whoever has one needs no token.
         */
        post: operations["generateFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the datasets.
         * @description The datasets that the caller may read, by name, with links to what can be done with them.
         */
        get: operations["listDatasets"];
        put?: never;
        /**
         * Make a dataset.
         * @description Makes an empty dataset. The properties named by autoId, labelId, treeId and treeParentId must be among its
         *     properties and are always required; treeId and treeParentId come together and make it a hierarchy.
         */
        post: operations["createDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/datasets/{datasetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a dataset's definition and state.
         * @description The dataset's definition, the time and transaction of its last change, and links to its exports.
         */
        get: operations["retrieveDataset"];
        /**
         * Change a dataset's definition.
         * @description The same as PATCH. Merges the body into the dataset's definition. Properties are known by their keys: those there are change, others
         *     are added. When a property's type changes, its values are converted; what does not convert stays readable as it was.
         */
        put: operations["updateDatasetByPut"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a dataset's definition.
         * @description Merges the body into the dataset's definition. Properties are known by their keys: those there are change, others
         *     are added. When a property's type changes, its values are converted; what does not convert stays readable as it was.
         */
        patch: operations["updateDataset"];
        trace?: never;
    };
    "/api/v1/{tenantId}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a links dataset between two datasets.
         * @description Makes an empty links dataset between two datasets of different types, which the caller may read. It has the properties
         *     from_id, to_id, link_id and allocation, and those that the body adds.
         */
        post: operations["createLinksDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/links/{linksDatasetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a links dataset's definition.
         * @description Merges the body into the links dataset's definition. The datasets that it joins, and the properties that every links
         *     dataset has, stay as they are.
         */
        patch: operations["updateLinksDataset"];
        trace?: never;
    };
    "/api/v1/{tenantId}/datasets/{datasetId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All items with their stored values and internal properties.
         * @description All items with all stored values and their internal properties. Nothing is calculated.
         */
        get: operations["retrieveItems"];
        /**
         * Create, update, replace and delete items at once.
         * @description Performs up to 6 MB of actions in their order, as one transaction: when the answer comes, all of it is kept.
         */
        put: operations["updateItems"];
        /**
         * Items that pass a filter, with the properties that are asked for.
         * @description Items that pass a filter. A filter names properties, all of which must match: `{"key": value}` is equality, and there are
         *     `$ne`, `$gt`, `$gte`, `$lt`, `$lte`, `$in` and `$nin`. A projection names properties with 1; without it there are all
         *     properties and no internal ones.
         */
        post: operations["queryItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/datasets/{datasetId}/items/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write many items as a job; answers its ticket.
         * @description Reads a file of actions from importLocation, usually the `get` URL of a temporary file, and performs them as one
         *     transaction. The file is JSON, CSV or TSV, packed or not. The result is what the synchronous way answers; without a
         *     resultLocation it takes the payload's place in the temporary file.
         */
        put: operations["importItems"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/links/{linksDatasetId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Create, update, replace and delete links at once.
         * @description Performs up to 6 MB of actions on links in their order, as one transaction. Both ends identify a link; an update of one
         *     that is not there creates it. Ids that are not there in the linked datasets are kept, and ignored in calculations.
         */
        put: operations["updateLinks"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/links/{linksDatasetId}/items/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write many links as a job; answers its ticket.
         * @description Reads a file of actions on links from importLocation and performs them as one transaction. Batches of about 25,000
         *     actions are usual. The result is what the synchronous way answers.
         */
        put: operations["importLinks"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/links/{linksDatasetId}/items/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Fill a links dataset from a linked dataset as a job; answers its ticket.
         * @description Fills the links dataset from one of the datasets that it joins, whose items hold the ids of those at the other end: a
         *     link is made or replaced for each item that names one which is there, and all other links are deleted.
         */
        put: operations["syncLinks"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/datasets/{datasetId}/export/{exportFormat}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export all nodes at once, with their calculations.
         * @description All nodes with their generated properties. For large datasets use the job.
         */
        get: operations["retrieveExport"];
        put?: never;
        /**
         * Export nodes as a job; answers its ticket.
         * @description Writes nodes to a file. `query.output.filter` sees calculated and generated values; in `query.output.projection` 0 leaves a
         *     column out and other numbers sort the columns. The whole body may be left out.
         */
        post: operations["export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/datasets/{datasetId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export all nodes at once, with their calculations.
         * @description All nodes with their generated properties. For large datasets use the job. The format is jsonRows.
         */
        get: operations["retrieveExportInDefaultFormat"];
        put?: never;
        /**
         * Export nodes as a job; answers its ticket.
         * @description Writes nodes to a file. `query.output.filter` sees calculated and generated values; in `query.output.projection` 0 leaves a
         *     column out and other numbers sort the columns. The whole body may be left out. The format is jsonRows.
         */
        post: operations["exportInDefaultFormat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/datasets/{datasetId}/executeOnDemand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Run on-demand calculations and save their results, as a job; answers its ticket.
         * @description The same as POST. Runs the named on-demand properties over the whole dataset, in the given order, each with the results of those before
         *     it, and saves what they give as one transaction. The result has an entry for each item: `success` where a value
         *     changed, else `skipped`.
         */
        put: operations["executeOnDemandByPut"];
        /**
         * Run on-demand calculations and save their results, as a job; answers its ticket.
         * @description Runs the named on-demand properties over the whole dataset, in the given order, each with the results of those before
         *     it, and saves what they give as one transaction. The result has an entry for each item: `success` where a value
         *     changed, else `skipped`.
         */
        post: operations["executeOnDemand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the drafts.
         * @description The drafts that the caller may read, by name.
         */
        get: operations["listDrafts"];
        put?: never;
        /**
         * Drafts that pass a filter.
         * @description Drafts whose `name`, `description` and `createdBy` pass a filter. A projection names members with 1; the links are always there.
         */
        post: operations["queryDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a draft.
         * @description A draft, with a link whose body exports its actions.
         */
        get: operations["retrieveDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/drafts/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export drafts as item actions, as a job; answers its ticket.
         * @description Writes what is in drafts as item actions that an import takes. Several layers are folded: distinct merges them into one action
         *     for each item, lossless keeps both actions where they differ, ordered merges nothing. The drafts stay as they are.
         */
        post: operations["exportDraftActions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/drafts/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Empty drafts, or take a part out of them.
         * @description Takes all actions out of layers, or with a filter those on items that pass it: it sees items as the draft leaves them, and deleted
         *     ones as they are in the dataset. All layers are cleared, or none.
         */
        post: operations["clearDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{tenantId}/datasets/{datasetId}/drafts/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply drafts to a dataset, as a job; answers its ticket.
         * @description Does what importing the exported actions by `_id` would do, in one transaction, once, whatever happens to the server. The drafts stay
         *     as they are. PUT does the same.
         */
        post: operations["applyDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/calculations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How calculated properties are computed, and why cells of theirs are blank.
         * @description The calculated properties of the dataset: how each is computed, what it reads, whether it reads itself, what is to be
         *     said of its expression, and for which nodes it gave no value, with the reason. All of them are computed for it.
         */
        get: operations["retrieveCalculations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/expressions/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Evaluate an expression for nodes of a dataset.
         * @description Evaluates an expression of the language Gizmo for the nodes with these autoId values, or for every node. Nothing is
         *     stored. An expression with errors is no failure: the answer has its diagnostics and no results. Trouble of one node
         *     stands beside its blank result.
         */
        post: operations["evaluateExpression"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/expressions/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Names that may stand at a place of an expression.
         * @description What an editor may offer at a place of an expression: properties, functions, relationships and words.
         */
        post: operations["completeExpression"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the drafts with their datasets.
         * @description The drafts that the caller may read, by name, each with its dataset.
         */
        get: operations["listOwnDrafts"];
        put?: never;
        /**
         * Make a draft on a dataset.
         * @description Makes an empty draft, which belongs to the caller, on a dataset that the caller may read.
         */
        post: operations["createDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a draft with its dataset.
         * @description A draft with its dataset.
         */
        get: operations["retrieveOwnDraft"];
        put?: never;
        post?: never;
        /**
         * Delete a draft with all that is in it.
         * @description Deletes the draft with all that is in it.
         */
        delete: operations["deleteDraft"];
        options?: never;
        head?: never;
        /**
         * Change a draft's name, description or tags.
         * @description Changes what the body names; null takes the description or the tags away.
         */
        patch: operations["updateDraft"];
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/drafts/{draftId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The items of the dataset as the draft leaves them.
         * @description All items as the draft leaves them, with their stored values and internal properties.
         */
        get: operations["retrieveDraftItems"];
        /**
         * Create, update, replace and delete items in the draft.
         * @description Performs up to 6 MB of actions on the items as the draft leaves them, and keeps in the draft what they change. The dataset stays as
         *     it is. Whatever the caller sees can be changed.
         */
        put: operations["updateDraftItems"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/drafts/{draftId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is in a draft, change by change.
         * @description An entry for each changed cell, and one without `key` for the creation or deletion of an item as such. `conflict` is there when
         *     the dataset has moved under the change.
         */
        get: operations["listDraftChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/drafts/{draftId}/changes/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take single changes back.
         * @description Takes single changes back. Without its creation a new item is gone; without its deletion an item is as in the dataset. An id that is
         *     no change of the draft is an error, and nothing is taken back.
         */
        post: operations["revertDraftChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/drafts/{draftId}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * As-is, to-be and net, for any property and measure.
         * @description Compares the dataset as it is with what the draft leaves of it. Properties that group or are measured may be calculated or
         *     generated. Without measures items are counted.
         */
        post: operations["compareDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a dataset's transactions, the newest first.
         * @description Who changed the dataset, when, and through what. Who may manage the dataset sees all transactions; everybody else who may
         *     read it sees their own.
         */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/transactions/{transactionId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what a transaction changed, key by key.
         * @description An entry for each key that the transaction changed; of a created or deleted item, for each value it had. Changes of
         *     the dataset's definition have the action `configure`, and no `_id`. Without a limit the answer has all of them, however many
         *     there are. Items and properties that the caller may not see are left out.
         */
        get: operations["retrieveChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/transactions/{transactionId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a transaction by a new one.
         * @description Reverses a transaction: what it created is deleted, what it deleted is created again with its `_id` and values, changed cells
         *     get their old values, and so does the definition. The new transaction can be undone as well. Where something else has
         *     happened since, `conflicts` decides: `fail` reverses nothing and tells each conflict, `skip` leaves those as they are,
         *     `overwrite` reverses them too, where there is still something to reverse. A dry run tells conflicts and counts, and does nothing.
         */
        post: operations["undoTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tenant's users.
         * @description The accounts of the tenant, by e-mail. For admins.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Make or change many users.
         * @description Makes or changes up to 1,000 accounts, each as for one; all of them or, when one cannot be, none. For admins.
         */
        post: operations["saveUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/users/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make or change a user.
         * @description Makes the account or changes it to what the body says. What the body leaves out gets its default: role user, no groups, enabled, no
         *     end, no token access, all addresses. For admins.
         */
        put: operations["saveUser"];
        post?: never;
        /**
         * Take a user's account away.
         * @description Takes the account away. Tokens belong to the person: they no longer open this tenant. For admins.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/users/{email}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link with which a user sets a first password.
         * @description A link, good once and for seven days, with which a user sets a first password. It ends the one before. For admins of all
         *     tenants of the user.
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/users/{email}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link with which a user sets another password.
         * @description A link, good once and for seven days, with which a user sets another password; the one they have stays until then. For admins of
         *     all tenants of the user.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show who may do what with a dataset.
         * @description The dataset's owner, what groups may do with it, and what narrows them: rights on properties and rules on rows. For its owner,
         *     admins, and those with the level modify from whom nothing of the dataset is hidden.
         */
        get: operations["retrieveRights"];
        /**
         * Replace a dataset's rights.
         * @description Replaces the rights by the body, which is what GET answers; without an owner it stays. Nobody can give or take more than they may
         *     do themselves.
         */
        put: operations["updateRights"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a dataset's views.
         * @description The dataset's permissioned views, by name. For those who may manage the dataset.
         */
        get: operations["listViews"];
        put?: never;
        /**
         * Make a view of a dataset.
         * @description Makes a live, read-only part of the dataset with grants of its own. Its id stands for a dataset's wherever something is read;
         *     the dataset's rights on properties and rules on rows hold there too.
         */
        post: operations["createView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/views/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count what a view would show.
         * @description How many items a view with the filter would show now, and how many of their ancestors it would leave out or show as ghosts. Without
         *     a filter it shows all.
         */
        post: operations["previewView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/views/{viewId}": {
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
         * Delete a view.
         * @description Deletes the view; the dataset stays as it is.
         */
        delete: operations["deleteView"];
        options?: never;
        head?: never;
        /**
         * Change a view.
         * @description Changes what the body names; null takes filter, properties or ghosts away.
         */
        patch: operations["updateView"];
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the webhooks.
         * @description The tenant's webhooks in the order in which they were made. For admins only, like everything about webhooks.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Make a webhook; the answer has its secret.
         * @description Has a URL told of events by a signed POST. The URL must be https, without a port, and public, as a callback's. The secret that
         *     messages are signed with is in this answer only.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/webhooks/{webhookId}": {
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
         * Delete a webhook.
         * @description Deletes the webhook with its deliveries.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook, or switch it on or off.
         * @description Changes what the body names. Switched off, a webhook is told nothing, and what waits for it is dropped. Switching it on also
         *     ends a suspension.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a webhook was sent.
         * @description What the webhook was sent and is to be sent, newest first, with the messages' bodies. Kept for a week.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a webhook a test message.
         * @description Sends a message of the type Test at once, whether the webhook is active or not, and tells how it went.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain what somebody may do with a dataset.
         * @description What a user may do with the dataset, and why: the grants, properties that they do not see or may not change, how many rows they see
         *     and by which rules. For those who may see the dataset's rights.
         */
        get: operations["explainAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List datasets with what is around them.
         * @description The datasets and views that the caller may read, with owner, level and counts. Deleted ones are shown to their owners and admins.
         */
        get: operations["listDatasetSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}": {
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
         * Delete a dataset, for 30 days so that it can come back.
         * @description Takes the dataset away. For 30 days it can come back as it was; then it ends for good, with its history, views and drafts. For its
         *     owner and admins.
         */
        delete: operations["deleteDataset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a deleted dataset back.
         * @description Brings a deleted dataset back, within 30 days. For its owner and admins.
         */
        post: operations["restoreDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a dataset away.
         * @description Puts the dataset away: it is in no list of datasets any more, can be read by its id, and not be changed (409905). For its owner and admins.
         */
        post: operations["archiveDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a dataset back that was put away.
         * @description Brings an archived dataset back. For its owner and admins.
         */
        post: operations["unarchiveDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a dataset.
         * @description Makes a dataset of what the caller may see of this one: definition and, unless `items` is false, items, under ids of their own. The
         *     copy belongs to the caller, and to nobody else unless `rights` is true, for which the caller must be able to see the rights.
         */
        post: operations["copyDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/hierarchyPreview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what a hierarchy would be.
         * @description What the hierarchy would be with other properties: roots, items without a parent that is there, circles, ids that are not unique,
         *     depth. Counts what the caller sees. Changes nothing.
         */
        post: operations["previewHierarchy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/properties/{key}/typePreview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what another type would do to a property's values.
         * @description How many values of a property would fit another type, how many would not, and some of these. Counts what the caller sees. Changes nothing.
         */
        post: operations["previewType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/prefilter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the filter with which a dataset is opened.
         * @description The filter with which the dataset is opened to be worked with, without conditions on what the caller does not see.
         */
        get: operations["retrievePrefilter"];
        /**
         * Set the filter with which a dataset is opened.
         * @description Sets the filter with which the dataset is opened to be worked with; null takes it away. Items that do not pass are then not there,
         *     for calculations neither. It is a filter on stored values as with items. It is no right, and the items, exports and drafts of the
         *     API stay whole. Conditions on what the caller does not see stay as they are.
         */
        put: operations["savePrefilter"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the types of datasets.
         * @description The types that everybody knows, then the others that datasets of the caller's have, with how many of these there are. A type comes
         *     with its first dataset.
         */
        get: operations["listTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/datasets/{datasetId}/properties/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put properties in another order.
         * @description Puts the properties that the caller sees in another order; each must be named once.
         */
        put: operations["orderProperties"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/palettes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the palettes of colours.
         * @description The palettes of colours that every tenant has, then the tenant's own by name.
         */
        get: operations["listPalettes"];
        put?: never;
        /**
         * Make a palette.
         * @description Makes a palette for everybody in the tenant. For admins.
         */
        post: operations["createPalette"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/palettes/{paletteId}": {
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
         * Delete a palette.
         * @description Deletes a palette of the tenant's own. For admins.
         */
        delete: operations["deletePalette"];
        options?: never;
        head?: never;
        /**
         * Change a palette.
         * @description Changes what the body names. Palettes that are built in stay as they are: 403910. For admins.
         */
        patch: operations["updatePalette"];
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the packs.
         * @description The packs that the caller may read, by name, without their documents: the caller's own, and those with a grant for one of the caller's
         *     groups; and of these only those whose data the caller may read.
         */
        get: operations["listPacks"];
        put?: never;
        /**
         * Make a pack.
         * @description Makes a pack, which belongs to the caller and is private unless it has grants. What `source` names must be there for the caller.
         *     A document has at most 1,048,576 bytes.
         */
        post: operations["createPack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/packs/{packId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a pack with its document.
         * @description A pack with its document. It is not there for who may not read the data that it was made with.
         */
        get: operations["retrievePack"];
        put?: never;
        post?: never;
        /**
         * Delete a pack.
         * @description Deletes the pack; data stay as they are. For its owner and admins.
         */
        delete: operations["deletePack"];
        options?: never;
        head?: never;
        /**
         * Change a pack.
         * @description Changes what the body names; a document is replaced whole. Source, grants and owner are for the pack's owner and admins, the rest also
         *     for groups with the level modify. With a `version` it is refused (409902) when somebody else has changed the pack since.
         */
        patch: operations["updatePack"];
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the jobs.
         * @description The jobs of the last day, the newest first: the caller's own, and for admins all.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a job.
         * @description A job with its errors by cause, and where its result is.
         */
        get: operations["retrieveJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/jobs/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a job's end.
         * @description Asks for a job's end. It fails with 409942 and has changed nothing; one that has its result already goes on, for it may have made its change.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/jobs/{jobId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what became of an import's rows.
         * @description What became of the rows of an import, or would have in a dry run, page by page, as long as the result can be read. A line that was
         *     skipped because of errors has `failed`.
         */
        get: operations["listJobRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear of what happens, as it happens.
         * @description A stream of server-sent events: `hello` at first, then `dataset`, `draft`, `job` and `meta` as they happen, as far as the caller may know of
         *     them, and `reset` when something was missed and all should be read again. Who comes back with the header `Last-Event-ID` within five
         *     minutes misses nothing. Every 15 seconds comes a comment; after ten minutes the stream ends and has to be asked for again.
         */
        get: operations["listenToEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the tenant's use of the API.
         * @description The requests of each day, those that were refused, and the limits that hold. For admins.
         */
        get: operations["retrieveUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/{tenantId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who did what to the tenant.
         * @description Who did what to the tenant: sign-ins, tokens, links, users, rights, views, datasets, palettes, packs, jobs that were cancelled; through the
         *     API, the app, or commands on the server. What was done to items is in the datasets' transactions. For admins.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List one's own tokens.
         * @description The caller's own tokens, the newest first, without their secrets, and what stands between the caller and new ones. Tokens belong to
         *     the person, not to a tenant.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make a token; the answer has it.
         * @description Makes a token that acts as the caller in each tenant where they have an account with TokenAccess; without one it is refused with
         *     40390. The token itself is in this answer only. Who comes with a token can only make ones that reach no further than it: 403907.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/tokens/{jti}": {
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
         * End a token at once and for good.
         * @description Ends a token of the caller's at once and for good. One that has ended stays as it is.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/tokens/{jti}/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a new token in a token's place.
         * @description Makes a new token with the same name and addresses, and lets the old one end at once, in a day or in a week, so that scripts can be
         *     changed meanwhile.
         */
        post: operations["rollToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/tokens/{jti}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what a token was used for last.
         * @description The last 20 calls that were made with a token of the caller's and let in by it, the newest first.
         */
        get: operations["retrieveTokenUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List one's tenants.
         * @description The tenants where the caller has an account; for admins of the installation all, with limits and addresses.
         */
        get: operations["listTenants"];
        put?: never;
        /**
         * Make a tenant.
         * @description Makes a tenant, whose first admin the caller is. For admins of the installation.
         */
        post: operations["createTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/tenants/{tenantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a tenant.
         * @description Changes what the body names. A limit that is null is as the settings say, 0 is none. For admins of the installation.
         */
        patch: operations["updateTenant"];
        trace?: never;
    };
    "/api/espalier/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the installation waits for its first administrator, and how people sign in.
         * @description Whether nobody has a password yet, so that the first administrator can be made with the link that the server printed; and how people sign in.
         */
        get: operations["retrieveSetup"];
        put?: never;
        /**
         * Make the first administrator.
         * @description Makes the first administrator with the code of the link that the server printed, and signs them in. Without a tenant they become admin
         *     of the one that is kept; with one it is made, and they are admin of both.
         */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in.
         * @description Who is signed in, which tenants they may enter, and the token that requests must carry which change something.
         */
        get: operations["retrieveSession"];
        put?: never;
        /**
         * Sign in with a password.
         * @description Checks the password, and the code of the authenticator app if the person uses one (40192 asks for it), and begins a session with a new
         *     cookie. Whether there is such an account is not told. Too many failures have to wait (42990, `Retry-After`).
         */
        post: operations["signIn"];
        /**
         * Sign out.
         * @description Ends the session, if there is one.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List one's sessions.
         * @description The browsers that the person is signed in with, the one used last first.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * End all one's other sessions.
         * @description Signs the person out everywhere but here.
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/sessions/{sessionId}": {
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
         * End one of one's sessions.
         * @description Signs the person out of one browser.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/session/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go to the OpenID provider.
         * @description Sends the browser to the OpenID provider; 404 when there is none.
         */
        get: operations["startOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from the OpenID provider.
         * @description Where the provider sends the browser back to. Who has an account with the verified e-mail address is signed in; others go to the sign-in
         *     page with an `error`: oidcFailed, oidcUnverified, oidcNoAccount, oidcNotAllowed.
         */
        get: operations["endOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a one-time link is for.
         * @description What a one-time link is for and for whom, for the page that it opens. It is not used up by this.
         */
        post: operations["lookAtLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a first password with a link.
         * @description Sets the person's password, ends all their sessions, uses the link up, and signs them in.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set another password with a link.
         * @description The same as accepting an invitation; each takes both kinds of links.
         */
        post: operations["usePasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's password.
         * @description Sets another password. All other sessions end, and this one gets a new cookie and a new `csrf`.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a secret for an authenticator app.
         * @description A secret for an authenticator app. Codes are asked for once one has been confirmed.
         */
        post: operations["enrolTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have codes asked for from now on.
         * @description Shows that the app makes the right codes; from now on they are asked for at sign-in.
         */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/me/totp/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have no codes asked for any more.
         * @description Asks for no codes any more.
         */
        post: operations["disableTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/espalier/v1/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's preferences.
         * @description What the app keeps for the person: an object of its own, `{}` at first.
         */
        get: operations["retrievePreferences"];
        /**
         * Replace one's preferences.
         * @description Replaces the preferences by the body, an object of at most 64 kB.
         */
        put: operations["savePreferences"];
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
        /** @description What somebody may do with a dataset, and why. */
        AccessAnswer: {
            user: string;
            /** @enum {string} */
            level?: "read" | "update" | "modify" | "manage";
            /** @description Why the level is what it is. */
            why: {
                /**
                 * @description `admin`, `owner`, `grant` or `none`.
                 * @enum {string}
                 */
                kind: "admin" | "owner" | "grant" | "none";
                /** @description The person is in the group `readonly`. */
                readOnly?: boolean;
                /** @description Those to the person's groups; the highest counts. */
                grants: {
                    group: string;
                    /**
                     * @description What may be done with a dataset; each level holds the ones before it.
                     * @enum {string}
                     */
                    level: "read" | "update" | "modify" | "manage";
                }[];
            };
            /** @description All groups the person is in. */
            groups: string[];
            hiddenProperties: {
                key: string;
                /**
                 * @description `group` or `default`.
                 * @enum {string}
                 */
                rule: "group" | "default";
                group?: string;
            }[];
            readOnlyProperties: {
                key: string;
                /**
                 * @description `group` or `default`.
                 * @enum {string}
                 */
                rule: "group" | "default";
                group?: string;
            }[];
            /** @description Which rows the person sees. */
            rows: {
                /** Format: int32 */
                total: number;
                /** Format: int32 */
                visible: number;
                /** @description Those that hold for the person; none: all rows are seen, or none. */
                rules: {
                    groups: string[];
                    filter: unknown;
                    /**
                     * @description What may be done with rows that pass a filter.
                     * @enum {string}
                     */
                    level: "read" | "update" | "delete";
                    /**
                     * Format: int32
                     * @description How many pass it.
                     */
                    rows: number;
                }[];
            };
        };
        /**
         * @description One problem as the API tells it: a code, its name, a sentence, and at most one locator that says where.
         *     Jobs keep the same objects in their tickets. The HTTP status is the code's first three digits.
         */
        ApiError: {
            code: string;
            name: string;
            message: string;
            /** @description The offending path parameter with its braces, e.g. `{datasetId}`. */
            pathParameter?: string;
            /** @description The name of the offending query parameter. */
            queryParameter?: string;
            /** @description A JSONPath into the request body, e.g. `$[12].salary`. */
            jsonBody?: string;
            /** @description The resource that was not found or not accessible, e.g. `MY_TENANT/datasets/99020AB5-…`. */
            resourcePath?: string;
            /** @description The content type of what a caller's own location answered, when it failed. */
            errorContentType?: string;
            /** @description The body, as text, of what a caller's own location answered, when it failed. */
            errorContent?: string;
        };
        /** @description A part of the audit, the newest first. */
        AuditPage: {
            /**
             * Format: int64
             * @description How many entries there are that the query asks for.
             */
            total: number;
            /** Format: int64 */
            offset: number;
            items: components["schemas"]["AuditResource"][];
        };
        /** @description Something that somebody did. */
        AuditResource: {
            at: string;
            kind: string;
            /** @description The e-mail of who did it; of commands, the name of the operating system's user. */
            person: string;
            address?: string;
            /**
             * @description `api`, `app`, `command` or `server`.
             * @enum {string}
             */
            channel: "api" | "app" | "command" | "server";
            /** @description To what it was done: an e-mail, a name or an id. */
            target?: string;
            datasetId?: string;
            /** @description How much of what it was about. */
            counts?: {
                [key: string]: number;
            };
        };
        /** @description One property. */
        CalculationEntry: {
            key: string;
            /** @description `columns` when it is computed for all nodes at once, else `nodes`. */
            plan: string;
            /** @description The calculated properties that it reads. */
            reads: string[];
            /** @description Whether it reads itself, perhaps through others: then its cells are computed one by one. */
            isCircular: boolean;
            diagnostics: components["schemas"]["CalculationNote"][];
            /**
             * Format: int32
             * @description Cells that are blank for a reason.
             */
            errorCount: number;
            /** @description The first of them. */
            errors: components["schemas"]["CalculationError"][];
        };
        /** @description Why a cell is blank. */
        CalculationError: {
            /** @description What the node's autoId prints. */
            node: string;
            reason: string;
        };
        /** @description Something to tell about an expression. */
        CalculationNote: {
            /** @description `error` or `warning`. */
            severity: string;
            code: string;
            message: string;
            /**
             * Format: int32
             * @description Where it stands in the expression, in UTF-16 units; End is the first one behind it.
             */
            start: number;
            /** Format: int32 */
            end: number;
            suggestion?: string;
        };
        /** @description The calculated properties of a dataset, in its order. */
        CalculationReport: {
            properties: components["schemas"]["CalculationEntry"][];
        };
        /** @description Whom to tell when a job has ended. */
        Callback: {
            /** @enum {string} */
            method: "GET" | "POST" | "PUT";
            urlTemplate: string;
        };
        /** @description The dataset has moved under a change. For a deletion the values are times of the item's last change. */
        ChangeConflict: {
            /** @description What the change was made on. */
            base?: unknown;
            /** @description What the dataset has now. */
            current?: unknown;
        };
        /** @description What shall change of a pack; the rest stays. Null takes tags, source or grants away. */
        ChangedPack: {
            name?: string;
            tags?: null | string[];
            /** @description The data that a pack was made with: one of dataset, view and draft, and the links dataset used with it. */
            source?: {
                datasetId?: string;
                viewId?: string;
                draftId?: string;
                linksId?: string;
            };
            grants?: null | {
                group: string;
                /** @enum {string} */
                level: "read" | "modify";
            }[];
            owner?: string;
            /**
             * Format: int32
             * @description If it is given, the change is refused when the pack has another one.
             */
            version?: number;
            document?: {
                [key: string]: unknown;
            };
        };
        /** @description What shall change of a tenant; the rest stays. */
        ChangedTenant: {
            name?: string;
            masterTenantId?: null | string;
            subnets?: string[];
            apiPlan?: boolean;
            enabled?: boolean;
            /** @description How much a tenant may use the API. Absent: as the settings say; 0: no limit. */
            limits?: {
                /** Format: int32 */
                requestsPerSecond?: null | number;
                /** Format: int32 */
                concurrency?: null | number;
                /** Format: int64 */
                requestsPerDay?: null | number;
            };
        };
        /** @description What shall change of a view; the rest stays. Null takes filter, properties or ghosts away. */
        ChangedView: {
            name?: string;
            filter?: null | {
                [key: string]: unknown;
            };
            properties?: null | string[];
            ghosts?: null | string[];
            grants?: {
                group: string;
                /**
                 * @description Each level holds the ones before it: reading; writing items; changing the definition and rights; making views.
                 * @enum {string}
                 */
                level: "read" | "update" | "modify" | "manage";
            }[];
        };
        /** @description Layers to be emptied. */
        ClearRequest: {
            layers: components["schemas"]["NamedLayer"][];
            /** @description Conditions on items as the draft leaves them; without it everything goes. */
            filter?: {
                [key: string]: unknown;
            };
        };
        /** @description What became of a layer that was to be cleared. */
        ClearedLayer: {
            status: string;
            draftId: string;
            layerKey: string;
        };
        /** @description What is compared. */
        CompareRequest: {
            /** @description A property by whose values items are grouped. */
            groupBy?: string;
            measures?: {
                /** @description Left out to count items. */
                key?: string;
                /**
                 * @description `count`, `sum`, `avg`, `min` or `max`.
                 * @enum {string}
                 */
                op: "count" | "sum" | "avg" | "min" | "max";
            }[];
        };
        /** @description One measure of one group before and after a draft, on the wire. */
        ComparedRow: {
            /** @description The group's value, null for items without one; left out where nothing is grouped. */
            group?: unknown;
            /** @description The measured property; left out where items are counted. */
            key?: string;
            /** @description How its values became one. */
            op: string;
            /** @description In the dataset as it is; null when there is nothing to measure. */
            asIs?: unknown;
            /** @description As the draft leaves it. */
            toBe?: unknown;
            /**
             * Format: double
             * @description The difference; of dates in days. Null when one of the two is.
             */
            net?: null | number;
        };
        /** @description What an editor may offer. */
        CompletionAnswer: {
            completions: components["schemas"]["CompletionEntry"][];
        };
        /** @description A word that an editor may offer. */
        CompletionEntry: {
            name: string;
            /**
             * @description `property`, `generated`, `function`, `relation`, `global` or `keyword`.
             * @enum {string}
             */
            kind: "property" | "generated" | "function" | "relation" | "global" | "keyword";
            /** @description What it gives. */
            type: string;
            /** @description One line. */
            help: string;
        };
        /** @description An expression that somebody is writing. */
        CompletionRequest: {
            expression: string;
            /**
             * Format: int32
             * @description Where the caret stands, in UTF-16 units from 0; the end when it is left out.
             */
            position?: number;
        };
        /** @description Something that has happened since and stands in the way of an undo. */
        ConflictEntry: {
            /** @description cellChanged, itemChanged, itemDeleted, itemExists, propertyGone, propertyChanged, propertyInUse, settingChanged or definitionInvalid. */
            kind: string;
            /** @description The item; absent when it is about the dataset's definition. */
            _id?: string;
            label?: string;
            /** @description The property or setting; absent when it is about the item as a whole. */
            key?: string;
            /** @description What the undone transaction wrote. */
            base?: components["schemas"]["JsonElement"];
            /** @description What stands there now. */
            current?: components["schemas"]["JsonElement"];
        };
        /** @description A dataset that has just been made. */
        CopiedDataset: {
            datasetId: string;
            name: string;
        };
        /** @description The session that asks. */
        CurrentSession: {
            id: string;
            createdAt: string;
            idleEndsAt: string;
            endsAt: string;
        };
        /** @description What shall change of a dataset; the rest stays. Null takes treeId, treeParentId or tags away. */
        DatasetChange: {
            name?: string;
            type?: string;
            autoId?: string;
            labelId?: string;
            properties?: {
                key: string;
                /** @enum {string} */
                type?: "text" | "number" | "date" | "boolean";
                name?: string;
                isRequired?: boolean;
                description?: string;
                format?: string;
                tags?: string[];
                /** @description Other keys under which expressions know the property. */
                aliases?: string[];
                /** @description What the values are calculated from, in Gizmo. */
                expression?: string;
                /**
                 * @description `emptyCells`, the default, `newNodes`, `allNodes` or `inherited`.
                 * @enum {string}
                 */
                expressionMode?: "emptyCells" | "newNodes" | "allNodes" | "inherited";
                /**
                 * @description `none`, `preFilter`, the default, `postFilter`, `onDemand` or `script`.
                 * @enum {string}
                 */
                evaluationMode?: "none" | "preFilter" | "postFilter" | "onDemand" | "script";
                /** @description Where a property's values come from. */
                lookup?: {
                    /**
                     * @description `none`, `auto`, `dataset`, `expression` or `master`.
                     * @enum {string}
                     */
                    mode: "none" | "auto" | "dataset" | "expression" | "master";
                    /** @description The dataset whose ids are the values. */
                    datasetId?: string;
                    /** @description Gives the list of values, in Gizmo. */
                    expression?: string;
                    /** @description Whether editors refuse other values. */
                    restrict?: boolean;
                    /** @description Whether editors sort the values. */
                    sort?: boolean;
                };
            }[];
            treeId?: null | string;
            treeParentId?: null | string;
            tags?: null | string[];
        };
        /** @description A draft on a dataset. */
        DatasetDraft: {
            draftId: string;
            name: string;
            _links: {
                [key: string]: components["schemas"]["DatasetLink"];
            };
        };
        /** @description A dataset in the list. */
        DatasetEntry: {
            isPermissionedView: boolean;
            datasetId: string;
            name: string;
            type: string;
            _links: {
                [key: string]: components["schemas"]["DatasetLink"];
            };
        };
        /** @description Something that can be done next. */
        DatasetLink: {
            url: string;
            method: string;
            /**
             * @description The content type of what is sent and answered.
             * @default application/json; charset=UTF-8
             */
            type: string;
        };
        /** @description A dataset's definition and what is around it. */
        DatasetResource: {
            datasetId: string;
            cacheKey: string;
            createdAt: string;
            createdBy: string;
            modifiedAt: string;
            modifiedBy: string;
            name: string;
            type: string;
            isPermissionedView?: boolean;
            autoId?: string;
            labelId?: string;
            treeId?: string;
            treeParentId?: string;
            tags?: string[];
            properties: components["schemas"]["PropertyResource"][];
            items: components["schemas"]["ItemsResource"];
            /** @description Drafts on the dataset that the caller may read. */
            drafts?: components["schemas"]["DatasetDraft"][];
            /** @description Links datasets that join this one with another. */
            linkingRelationships?: components["schemas"]["LinkingRelationship"][];
            _links: {
                [key: string]: components["schemas"]["DatasetLink"];
            };
        };
        /** @description A dataset, or a view of one, with what is around it. */
        DatasetSettings: {
            datasetId: string;
            name: string;
            type: string;
            owner: string;
            /**
             * @description `active`, `archived` or `deleted`.
             * @enum {string}
             */
            state: "active" | "archived" | "deleted";
            /**
             * @description What the caller may do with it.
             * @enum {string}
             */
            level: "read" | "update" | "modify" | "manage";
            tags: string[];
            isPermissionedView?: boolean;
            isLinks?: boolean;
            hierarchical: boolean;
            /** Format: int32 */
            properties: number;
            /**
             * Format: int64
             * @description Absent where rules hide some from the caller.
             */
            items?: number;
            /**
             * Format: int64
             * @description Like the drafts, for those who manage it.
             */
            views?: number;
            /** Format: int64 */
            drafts?: number;
            createdAt: string;
            createdBy: string;
            modifiedAt: string;
            modifiedBy: string;
            itemsModifiedAt: string;
            /** @description The last transaction. */
            version: string;
            /** @description The filter with which it is opened, as far as the caller sees its properties; absent: all of it is opened. */
            prefilter?: {
                [key: string]: unknown;
            };
            archivedAt?: string;
            deletedAt?: string;
            deletedBy?: string;
            /** @description Until then it can come back. */
            restorableUntil?: string;
        };
        /** @description A type of datasets. */
        DatasetType: {
            type: string;
            /** @description Whether everybody knows it; others are there as long as a dataset has them. */
            standard: boolean;
            /**
             * Format: int32
             * @description How many the caller may read.
             */
            datasets: number;
        };
        /** @description An event on its way to a webhook. */
        DeliveryResource: {
            /** @description The same as the header webhook-id of the message. */
            deliveryId: string;
            eventType: string;
            /**
             * @description pending, delivered, failed when it was tried often enough, dropped when the webhook was switched off.
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed" | "dropped";
            /** Format: int32 */
            tries: number;
            createdAt: string;
            /** @description The message. */
            body: components["schemas"]["JsonElement"];
            triedAt?: string;
            /** @description When it is tried next, while it is pending. */
            dueAt?: string;
            /**
             * Format: int32
             * @description The HTTP status that the last try got.
             */
            answer?: number;
            /** @description Why the last try got none. */
            trouble?: string;
        };
        /** @description Whom to tell at the end. */
        DraftCallback: {
            method: string;
            urlTemplate: string;
        };
        /** @description One change in a draft, on the wire. */
        DraftChange: {
            changeId: string;
            _id: string;
            /** @enum {string} */
            _action: "update" | "create" | "delete";
            label?: string;
            /** @description The property; none for the creation or deletion of the item itself. */
            key?: string;
            /** @description What the dataset had when the change was made. */
            old?: unknown;
            new?: unknown;
            at: string;
            /** @description The e-mail of whom made it. */
            by: string;
            /** @description There when the dataset has moved under the change. */
            conflict?: components["schemas"]["ChangeConflict"];
        };
        /** @description Layers, in the order in which they apply. */
        DraftLayers: {
            layers: components["schemas"]["NamedLayer"][];
        };
        /** @description Something that can be done next. */
        DraftLink: {
            url: string;
            method: string;
            /**
             * @description The content type of what is sent and answered.
             * @default application/json; charset=UTF-8
             */
            type: string;
            jsonBody?: components["schemas"]["DraftLayers"];
        };
        /** @description What can be done with a draft. */
        DraftLinks: {
            self: components["schemas"]["DraftLink"];
            /** @description Its body is to be sent as it is. */
            "draft:actions": components["schemas"]["DraftLink"];
        };
        /** @description What shall change of a draft; the rest stays. Null takes description or tags away. */
        DraftPatch: {
            name?: string;
            description?: null | string;
            tags?: null | string[];
        };
        /** @description Which drafts are wanted, and what of them. */
        DraftQuery: {
            /** @description Conditions on name, description and createdBy, all of which must hold. */
            filter?: {
                [key: string]: unknown;
            };
            /** @description Members, each with 1. */
            projection?: {
                [key: string]: number;
            };
        };
        /** @description A draft on the wire. Members that were not asked for are left out. */
        DraftResource: {
            draftId?: string;
            name?: string;
            description?: string;
            createdBy?: string;
            modifiedAt?: string;
            tags?: string[];
            _links: components["schemas"]["DraftLinks"];
        };
        /** @description Where the result is put. */
        DraftResultPlace: {
            method: string;
            url: string;
        };
        /** @description The body of every answer that is not a success. */
        ErrorBody: {
            errors: {
                code: string;
                name: string;
                message: string;
                /** @description The offending path parameter with its braces, e.g. `{datasetId}`. */
                pathParameter?: string;
                /** @description The name of the offending query parameter. */
                queryParameter?: string;
                /** @description A JSONPath into the request body, e.g. `$[12].salary`. */
                jsonBody?: string;
                /** @description The resource that was not found or not accessible, e.g. `MY_TENANT/datasets/99020AB5-…`. */
                resourcePath?: string;
                /** @description The content type of what a caller's own location answered, when it failed. */
                errorContentType?: string;
                /** @description The body, as text, of what a caller's own location answered, when it failed. */
                errorContent?: string;
            }[];
        };
        /** @description What an expression gave. */
        EvaluationAnswer: {
            diagnostics: components["schemas"]["ExpressionDiagnostic"][];
            /** @description Why it was not evaluated: the first error of the diagnostics in one line. */
            error?: string;
            /**
             * @description `columns` when it is computed for all nodes at once, else `nodes`.
             * @enum {string}
             */
            plan: "columns" | "nodes";
            results: components["schemas"]["ExpressionResult"][];
        };
        /** @description A links dataset. */
        EvaluationLink: {
            datasetId: string;
        };
        /** @description An expression to be evaluated, as the API's document shows it. */
        EvaluationRequest: {
            expression: string;
            /** @description The autoId values of the nodes to evaluate it for; every node when it is left out. */
            nodes?: unknown[];
            /**
             * @description `expression`, the default, or `script`, which may use `global`.
             * @enum {string}
             */
            mode?: "expression" | "script";
            /** @description Links datasets that `node.links` shall reach. */
            linkingRelationships?: components["schemas"]["EvaluationLink"][];
            /** @description What `today()` gives, as yyyy-mm-dd. */
            today?: string;
        };
        /** @description The format jsonColumns: the cells of each header's column. */
        ExportColumns: {
            headers: {
                key: string;
                name: string;
                /** @enum {string} */
                type: "text" | "number" | "date" | "boolean";
            }[];
            columns: unknown[][];
        };
        /** @description Which links datasets are used in calculations. */
        ExportDataset: {
            linkingRelationships?: components["schemas"]["ExportLink"][];
            /** @description Drafts that are laid over the dataset, in this order; `_change` tells what they did. */
            drafts?: components["schemas"]["ExportDraft"][];
        };
        /** @description A layer of a draft; `default` is the only one there is. */
        ExportDraft: {
            draftId: string;
            layerKey?: string;
        };
        /** @description A links dataset. */
        ExportLink: {
            datasetId: string;
        };
        /** @description Where the result is put. */
        ExportLocation: {
            /** @enum {string} */
            method: "PUT";
            url: string;
        };
        /** @description Rows and columns of the result. */
        ExportOutput: {
            /** @description Conditions by property key, all of which must hold; they see calculated values. */
            filter?: {
                [key: string]: unknown;
            };
            /** @description Numbers by property key: 0 leaves out, others sort. */
            projection?: {
                [key: string]: number;
            };
            /**
             * @description `add`, the default, keeps what is not named; `replace` does not.
             * @enum {string}
             */
            projectionMode?: "add" | "replace";
        };
        /** @description What is wanted of the calculated dataset. */
        ExportQuery: {
            output?: components["schemas"]["ExportOutput"];
        };
        /** @description The body of an asynchronous export, as the API's document shows it. All of it is optional. */
        ExportRequest: {
            dataset?: components["schemas"]["ExportDataset"];
            resultLocation?: components["schemas"]["ExportLocation"];
            exportLocation?: components["schemas"]["ExportLocation"];
            callback?: components["schemas"]["Callback"];
            executeOnDemand?: string[];
            query?: components["schemas"]["ExportQuery"];
        };
        /** @description The format jsonRows: a cell for each header in each row, null where there is no value. */
        ExportRows: {
            headers: {
                key: string;
                name: string;
                /** @enum {string} */
                type: "text" | "number" | "date" | "boolean";
            }[];
            rows: unknown[][];
        };
        /** @description An object of the format jsonObjects: every column's key, null where there is no value. */
        ExportedNode: {
            [key: string]: null | boolean | number | string;
        };
        /** @description Something to tell about an expression. */
        ExpressionDiagnostic: {
            /**
             * @description `error` or `warning`.
             * @enum {string}
             */
            severity: "error" | "warning";
            /** @description `E-…` or `W-…`. */
            code: string;
            message: string;
            span: components["schemas"]["ExpressionSpan"];
            /**
             * Format: int32
             * @description Counted from 1, as the column is.
             */
            line: number;
            /** Format: int32 */
            column: number;
            /** @description A word that would make sense instead. */
            suggestion?: string;
        };
        /** @description The result for one node. */
        ExpressionResult: {
            /** @description The node's autoId value. */
            node: components["schemas"]["JsonElement"];
            /** @description A scalar as it is, null for blank, an object or an array as such, `{"collection": […]}` for a collection. */
            result: components["schemas"]["JsonElement"];
            /** @description Why the result is blank, if there is a reason. */
            error?: string;
        };
        /** @description A stretch of the expression's text, in UTF-16 units from 0; the end is the first one behind it. */
        ExpressionSpan: {
            /** Format: int32 */
            start: number;
            /** Format: int32 */
            end: number;
        };
        /** @description What a temporary file will hold. */
        FileRequest: {
            /** @enum {string} */
            targetType: "json" | "csv" | "tsv";
            /** @enum {string} */
            targetEncoding: "gzip" | "identity";
        };
        /** @description The answer of the health check. */
        HealthState: {
            status: string;
        };
        /** @description An item, and the parent it asks for. */
        HierarchyExample: {
            _id: string;
            label: string;
            parent?: string;
        };
        /** @description Some items of each kind. */
        HierarchyExamples: {
            roots: components["schemas"]["HierarchyExample"][];
            orphans: components["schemas"]["HierarchyExample"][];
            cycles: components["schemas"]["HierarchyExample"][];
            duplicateIds: components["schemas"]["HierarchyExample"][];
        };
        /** @description What a hierarchy would be. */
        HierarchyPreview: {
            /**
             * Format: int32
             * @description All that the caller sees.
             */
            items: number;
            /**
             * Format: int32
             * @description Items that ask for no parent, or for themselves.
             */
            roots: number;
            /**
             * Format: int32
             * @description Items whose parent is not there; they would be roots too.
             */
            orphans: number;
            /**
             * Format: int32
             * @description Circles of items that are their own ancestors; each would be cut.
             */
            cycles: number;
            /**
             * Format: int32
             * @description Items in these.
             */
            inCycles: number;
            /**
             * Format: int32
             * @description Items that share their id with others.
             */
            duplicateIds: number;
            /** Format: int32 */
            blankIds: number;
            /**
             * Format: int32
             * @description Levels.
             */
            depth: number;
            /**
             * Format: int32
             * @description The most children of one item.
             */
            largestSpan: number;
            examples: components["schemas"]["HierarchyExamples"];
        };
        /** @description Which properties would make the hierarchy. */
        HierarchyQuestion: {
            treeId: string;
            treeParentId: string;
            /**
             * Format: int32
             * @description How many examples of each kind; 20, unless it is given, which is the most.
             */
            limit?: number;
        };
        /** @description Whom to tell at the end. */
        ImportCallback: {
            /** @enum {string} */
            method: "GET" | "POST" | "PUT";
            urlTemplate: string;
        };
        /** @description A URL of the caller's, or of a temporary file. */
        ImportPlace: {
            method: string;
            url: string;
        };
        /** @description What an asynchronous import is asked with, for the description of the API. */
        ImportRequest: {
            importLocation: components["schemas"]["ImportPlace"];
            resultLocation?: components["schemas"]["ImportPlace"];
            callback?: components["schemas"]["ImportCallback"];
        };
        /** @description What to do with one item: further members are property keys with their new values. Null and the empty text clear a value. */
        ItemAction: {
            /** @enum {string} */
            _action: "create" | "update" | "replace" | "delete" | "createOrUpdate" | "createOrReplace" | "noop";
            /** @description Identifies the item unless autoId, idKey or mergeKey is used. */
            _id?: string;
            /**
             * Format: double
             * @description The item's place among the others; a new item goes to the end.
             */
            _sortOrder?: number;
        } & {
            [key: string]: null | boolean | number | string;
        };
        /** @description Which items are wanted, and what of them. */
        ItemQuery: {
            /** @description Conditions by property key, all of which must hold. */
            filter?: {
                [key: string]: unknown;
            };
            /** @description Property keys, each with 1; without it all properties and no internal ones. */
            projection?: {
                [key: string]: number;
            };
        };
        /** @description What became of one action, or of one item that implicitDelete deleted. Identifier properties are repeated. */
        ItemResult: {
            /**
             * @description skipped: nothing changed, or the action failed and there are _errors.
             * @enum {string}
             */
            _status: "success" | "skipped" | "implicitDelete";
            _id?: string;
            /**
             * @description The action asked for in synchronous answers, the one it came to in results of jobs.
             * @enum {string}
             */
            _action?: "create" | "update" | "replace" | "delete" | "createOrUpdate" | "createOrReplace" | "noop";
            _errors?: {
                code: string;
                name: string;
                message: string;
                /** @description The offending path parameter with its braces, e.g. `{datasetId}`. */
                pathParameter?: string;
                /** @description The name of the offending query parameter. */
                queryParameter?: string;
                /** @description A JSONPath into the request body, e.g. `$[12].salary`. */
                jsonBody?: string;
                /** @description The resource that was not found or not accessible, e.g. `MY_TENANT/datasets/99020AB5-…`. */
                resourcePath?: string;
                /** @description The content type of what a caller's own location answered, when it failed. */
                errorContentType?: string;
                /** @description The body, as text, of what a caller's own location answered, when it failed. */
                errorContent?: string;
            }[];
        } & {
            [key: string]: null | boolean | number | string;
        };
        /** @description The last change of a dataset's items. */
        ItemsResource: {
            lastTransactionId: string;
            modifiedAt: string;
        };
        /** @description Why a job failed. */
        JobCause: {
            code: string;
            name: string;
            /**
             * Format: int32
             * @description How many errors have this code.
             */
            count: number;
            /** @description That of the first. */
            message: string;
        };
        /** @description A part of the list of jobs, the newest first. */
        JobPage: {
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            offset: number;
            items: components["schemas"]["JobResource"][];
        };
        /** @description How far a job is. */
        JobProgress: {
            /** Format: int64 */
            rowsRead: number;
            /** Format: int64 */
            rowsResolved: number;
            /** Format: double */
            percent: number;
        };
        /** @description A job. */
        JobResource: {
            jobId: string;
            kind: string;
            /**
             * @description `created`, `running`, `completed`, `failed` or `cancelled`.
             * @enum {string}
             */
            state: "created" | "running" | "completed" | "failed" | "cancelled";
            /** @description True while it has been cancelled and has not ended. */
            cancelling?: boolean;
            datasetId?: string;
            dryRun?: boolean;
            createdAt: string;
            createdBy: string;
            /** @description When it was begun first. */
            startedAt?: string;
            endedAt?: string;
            progress?: components["schemas"]["JobProgress"];
            traceId: string;
            /**
             * Format: int32
             * @description How many its ticket has.
             */
            errors?: number;
            /** @description The errors by their codes; like what follows only when one job is asked for. */
            causes?: components["schemas"]["JobCause"][];
            /** @description Where the result is. */
            result?: components["schemas"]["ResultLink"];
            /** @description The first 100 errors. */
            errorList?: components["schemas"]["ApiError"][];
        };
        JsonElement: unknown;
        JsonObject: {
            [key: string]: unknown;
        };
        /** @description Layers and what to do with them. The older name of resultLocation is exportLocation. */
        LayersRequest: {
            layers: components["schemas"]["NamedLayer"][];
            /**
             * @description How several layers become one list: `distinct`, `lossless` or `ordered`.
             * @enum {string}
             */
            foldScheme?: "distinct" | "lossless" | "ordered";
            resultLocation?: components["schemas"]["DraftResultPlace"];
            callback?: components["schemas"]["DraftCallback"];
        };
        /** @description How much a tenant may use the API. Absent: as the settings say; 0: no limit. */
        LimitsResource: {
            /** Format: int32 */
            requestsPerSecond?: null | number;
            /** Format: int32 */
            concurrency?: null | number;
            /** Format: int64 */
            requestsPerDay?: null | number;
        };
        /** @description What to do with one link: further members are keys of additional properties with their new values. */
        LinkAction: {
            /** @enum {string} */
            _action: "create" | "update" | "replace" | "delete" | "createOrUpdate" | "createOrReplace" | "noop";
            from_id: unknown;
            to_id: unknown;
            /**
             * Format: double
             * @description A new link without one gets 1.
             */
            allocation?: number;
        } & {
            [key: string]: null | boolean | number | string;
        };
        /** @description A link's code. */
        LinkCode: {
            code: string;
        };
        /** @description What a link is for. */
        LinkFacts: {
            /** @enum {string} */
            kind: "invitation" | "reset";
            email: string;
            tenant?: components["schemas"]["LinkTenant"];
            /** @description Whether the code of the authenticator app is needed too. */
            needsTotp: boolean;
            expires: string;
        };
        /** @description A link to hand to somebody. It is shown once. */
        LinkResource: {
            url: string;
            /**
             * @description `invitation` or `reset`.
             * @enum {string}
             */
            kind: "invitation" | "reset";
            /** @description From then on it is worth nothing. */
            expires: string;
        };
        /** @description What became of one action on a link, or of one link that was deleted because no action named it. */
        LinkResult: {
            /**
             * @description skipped: nothing changed, or the action failed and there are _errors.
             * @enum {string}
             */
            _status: "success" | "skipped" | "implicitDelete";
            _id?: string;
            /**
             * @description The action asked for in synchronous answers, the one it came to in results of jobs.
             * @enum {string}
             */
            _action?: "create" | "update" | "replace" | "delete" | "createOrUpdate" | "createOrReplace" | "noop";
            /** @description The ids of both ends as a JSON array. */
            link_id?: string;
            _errors?: {
                code: string;
                name: string;
                message: string;
                /** @description The offending path parameter with its braces, e.g. `{datasetId}`. */
                pathParameter?: string;
                /** @description The name of the offending query parameter. */
                queryParameter?: string;
                /** @description A JSONPath into the request body, e.g. `$[12].salary`. */
                jsonBody?: string;
                /** @description The resource that was not found or not accessible, e.g. `MY_TENANT/datasets/99020AB5-…`. */
                resourcePath?: string;
                /** @description The content type of what a caller's own location answered, when it failed. */
                errorContentType?: string;
                /** @description The body, as text, of what a caller's own location answered, when it failed. */
                errorContent?: string;
            }[];
        } & {
            [key: string]: null | boolean | number | string;
        };
        /** @description How a links dataset is filled, for the description of the API. */
        LinkSyncRequest: {
            /** @description The linked dataset whose items hold the ids of those at the other end. */
            sourceDatasetId: string;
            /** @description The key of the property that holds them. */
            targetDatasetAutoId: string;
            /** @description The key of the property that holds allocations; 1 where there is no number. */
            allocationId?: string;
            resultLocation?: components["schemas"]["ImportPlace"];
            callback?: components["schemas"]["ImportCallback"];
        };
        /** @description The tenant in which a link was made. */
        LinkTenant: {
            id: string;
            name: string;
        };
        /** @description A link's code, and the password to be set with it. */
        LinkUse: {
            code: string;
            password: string;
            totp?: string;
        };
        /** @description One of the datasets of a relationship. */
        LinkedDataset: {
            name: string;
            datasetId: string;
            type: string;
            _links: {
                [key: string]: components["schemas"]["DatasetLink"];
            };
        };
        /** @description The id of a links dataset. */
        LinkingDatasetId: {
            datasetId: string;
        };
        /** @description How to export a dataset with its calculations over links: post the body as it is. */
        LinkingExport: {
            url: string;
            method: string;
            contentType: string;
            jsonBody: components["schemas"]["LinkingExportBody"];
        };
        /** @description The body of an export with calculations over links. */
        LinkingExportBody: {
            dataset: components["schemas"]["LinkingExportDataset"];
        };
        /** @description The part of that body that names links datasets. */
        LinkingExportDataset: {
            linkingRelationships: components["schemas"]["LinkingDatasetId"][];
        };
        /**
         * @description A links dataset that touches a dataset, in the dataset's description. Of source, link and target there are those two
         *     that the described dataset is not.
         */
        LinkingRelationship: {
            datasetId: string;
            name: string;
            type: string;
            source?: components["schemas"]["LinkedDataset"];
            link?: components["schemas"]["LinkedDataset"];
            target?: components["schemas"]["LinkedDataset"];
            _links: {
                [key: string]: components["schemas"]["LinkingExport"];
            };
        };
        /** @description What shall change of a links dataset; the rest stays. Null takes tags away. */
        LinksDatasetChange: {
            name?: string;
            additionalProperties?: {
                key: string;
                /** @enum {string} */
                type?: "text" | "number" | "date" | "boolean";
                name?: string;
                isRequired?: boolean;
                description?: string;
                format?: string;
                tags?: string[];
                /** @description Other keys under which expressions know the property. */
                aliases?: string[];
                /** @description What the values are calculated from, in Gizmo. */
                expression?: string;
                /**
                 * @description `emptyCells`, the default, `newNodes`, `allNodes` or `inherited`.
                 * @enum {string}
                 */
                expressionMode?: "emptyCells" | "newNodes" | "allNodes" | "inherited";
                /**
                 * @description `none`, `preFilter`, the default, `postFilter`, `onDemand` or `script`.
                 * @enum {string}
                 */
                evaluationMode?: "none" | "preFilter" | "postFilter" | "onDemand" | "script";
                /** @description Where a property's values come from. */
                lookup?: {
                    /**
                     * @description `none`, `auto`, `dataset`, `expression` or `master`.
                     * @enum {string}
                     */
                    mode: "none" | "auto" | "dataset" | "expression" | "master";
                    /** @description The dataset whose ids are the values. */
                    datasetId?: string;
                    /** @description Gives the list of values, in Gizmo. */
                    expression?: string;
                    /** @description Whether editors refuse other values. */
                    restrict?: boolean;
                    /** @description Whether editors sort the values. */
                    sort?: boolean;
                };
            }[];
            tags?: null | string[];
        };
        /** @description A links dataset. */
        LinksResource: {
            datasetId: string;
            name: string;
            type: string;
            cacheKey: string;
            createdAt: string;
            createdBy: string;
            modifiedAt: string;
            modifiedBy: string;
            fromDatasetId: string;
            toDatasetId: string;
            autoId: string;
            tags?: string[];
            properties: components["schemas"]["PropertyResource"][];
        };
        /** @description Where a property's values come from. */
        LookupResource: {
            /**
             * @description `none`, `auto`, `dataset`, `expression` or `master`.
             * @enum {string}
             */
            mode: "none" | "auto" | "dataset" | "expression" | "master";
            /** @description The dataset whose ids are the values. */
            datasetId?: string;
            /** @description Gives the list of values, in Gizmo. */
            expression?: string;
            /** @description Whether editors refuse other values. */
            restrict?: boolean;
            /** @description Whether editors sort the values. */
            sort?: boolean;
        };
        /** @description A token that has just been made. */
        MadeToken: {
            /** @description The token itself, which is shown once. */
            token: string;
            /** @description Its id. */
            jti: string;
            name: string;
            createdAt: string;
            startsAt: string;
            endsAt: string;
            /** @description Addresses and ranges it works from; none: everywhere. */
            subnets: string[];
            /**
             * @description `active`, `notYetActive`, `expired` or `revoked`.
             * @enum {string}
             */
            state: "active" | "notYetActive" | "expired" | "revoked";
            lastUsedAt?: string;
            lastIp?: string;
            /** @description Method and path of the last call. */
            lastRoute?: string;
            /** @description The token that took its place. */
            rolledTo?: string;
        };
        /** @description Users to be made or changed, all of them or none. */
        ManyUsers: {
            /** @description Each with its e-mail. */
            users: {
                /** @description The login, in any letter case; in a path it stands there. */
                email?: string;
                /** @enum {string} */
                role?: "user" | "admin";
                groups?: string[];
                enabled?: boolean;
                /** @description A time from which the account is closed; absent: never. */
                expires?: string;
                tokenAccess?: boolean;
                subnets?: string[];
            }[];
        };
        /** @description What the person's accounts lack, all of them. */
        MissingForTokens: {
            /** @description No account has it. */
            tokenAccess: boolean;
            /** @description No tenant has one: calls are answered with 40345. */
            apiPlan: boolean;
        };
        /** @description A layer of a draft; `default` is the only one there is. */
        NamedLayer: {
            draftId: string;
            layerKey?: string;
        };
        /** @description A new dataset. */
        NewDataset: {
            name: string;
            /** @description Such as PEOPLE or POSITIONS. */
            type: string;
            /** @description The key of the property that identifies items. */
            autoId: string;
            /** @description The key of the property that names items to people. */
            labelId: string;
            properties: {
                /** @description What items, filters and files call it; it must not begin with an underscore. */
                key: string;
                /** @enum {string} */
                type: "text" | "number" | "date" | "boolean";
                /** @description What people call it; the key when it is left out. */
                name?: string;
                isRequired?: boolean;
                description?: string;
                format?: string;
                tags?: string[];
                /** @description Other keys under which expressions know the property. */
                aliases?: string[];
                /** @description What the values are calculated from, in Gizmo. */
                expression?: string;
                /**
                 * @description `emptyCells`, the default, `newNodes`, `allNodes` or `inherited`.
                 * @enum {string}
                 */
                expressionMode?: "emptyCells" | "newNodes" | "allNodes" | "inherited";
                /**
                 * @description `none`, `preFilter`, the default, `postFilter`, `onDemand` or `script`.
                 * @enum {string}
                 */
                evaluationMode?: "none" | "preFilter" | "postFilter" | "onDemand" | "script";
                /** @description Where a property's values come from. */
                lookup?: {
                    /**
                     * @description `none`, `auto`, `dataset`, `expression` or `master`.
                     * @enum {string}
                     */
                    mode: "none" | "auto" | "dataset" | "expression" | "master";
                    /** @description The dataset whose ids are the values. */
                    datasetId?: string;
                    /** @description Gives the list of values, in Gizmo. */
                    expression?: string;
                    /** @description Whether editors refuse other values. */
                    restrict?: boolean;
                    /** @description Whether editors sort the values. */
                    sort?: boolean;
                };
            }[];
            /** @description With treeParentId: the key of the property that a child's parent value points to. */
            treeId?: string;
            /** @description With treeId: the key of the property that holds the parent's treeId value. */
            treeParentId?: string;
            tags?: string[];
        };
        /** @description A new draft. */
        NewDraft: {
            datasetId: string;
            name: string;
            description?: string;
            tags?: string[];
        };
        /** @description A new links dataset. */
        NewLinksDataset: {
            name: string;
            /** @description The dataset whose ids links begin with. */
            fromDatasetId: string;
            /** @description The dataset whose ids links end with; of another type. */
            toDatasetId: string;
            /** @description Properties beside from_id, to_id, link_id and allocation. */
            additionalProperties?: {
                /** @description What items, filters and files call it; it must not begin with an underscore. */
                key: string;
                /** @enum {string} */
                type: "text" | "number" | "date" | "boolean";
                /** @description What people call it; the key when it is left out. */
                name?: string;
                isRequired?: boolean;
                description?: string;
                format?: string;
                tags?: string[];
                /** @description Other keys under which expressions know the property. */
                aliases?: string[];
                /** @description What the values are calculated from, in Gizmo. */
                expression?: string;
                /**
                 * @description `emptyCells`, the default, `newNodes`, `allNodes` or `inherited`.
                 * @enum {string}
                 */
                expressionMode?: "emptyCells" | "newNodes" | "allNodes" | "inherited";
                /**
                 * @description `none`, `preFilter`, the default, `postFilter`, `onDemand` or `script`.
                 * @enum {string}
                 */
                evaluationMode?: "none" | "preFilter" | "postFilter" | "onDemand" | "script";
                /** @description Where a property's values come from. */
                lookup?: {
                    /**
                     * @description `none`, `auto`, `dataset`, `expression` or `master`.
                     * @enum {string}
                     */
                    mode: "none" | "auto" | "dataset" | "expression" | "master";
                    /** @description The dataset whose ids are the values. */
                    datasetId?: string;
                    /** @description Gives the list of values, in Gizmo. */
                    expression?: string;
                    /** @description Whether editors refuse other values. */
                    restrict?: boolean;
                    /** @description Whether editors sort the values. */
                    sort?: boolean;
                };
            }[];
            tags?: string[];
        };
        /** @description A new pack. */
        NewPack: {
            name: string;
            tags?: string[];
            /** @description The data that a pack was made with: one of dataset, view and draft, and the links dataset used with it. */
            source?: {
                datasetId?: string;
                viewId?: string;
                draftId?: string;
                linksId?: string;
            };
            /** @description Without any it is private. */
            grants?: {
                group: string;
                /** @enum {string} */
                level: "read" | "modify";
            }[];
            /** @description A JSON object of at most 1,048,576 bytes. */
            document: {
                [key: string]: unknown;
            };
        };
        /** @description A new palette. */
        NewPalette: {
            /** @description No other one's, in any letter case. */
            name: string;
            /**
             * @description `categories`, unless it is given.
             * @enum {string}
             */
            kind?: "categories" | "sequential" | "diverging";
            /** @description 1 to 24 of them, as `#RRGGBB`. */
            colours: string[];
            others?: string;
        };
        /** @description A new token. */
        NewToken: {
            name: string;
            /** @description A time, or a day in UTC; now, unless it is given. */
            start?: string;
            /** @description A time, or a day, which counts whole; 90 days after the start, unless it is given. */
            end?: string;
            subnets?: string[];
        };
        /** @description A new view of a dataset. */
        NewView: {
            name: string;
            /** @description Conditions on stored values; absent: all items. */
            filter?: {
                [key: string]: unknown;
            };
            /** @description The keys it shows; absent: all. */
            properties?: string[];
            /** @description Keys that ancestors outside the filter show, which then hold the tree together; absent: they are not there. */
            ghosts?: string[];
            /** @description The groups that may read it. */
            grants?: {
                group: string;
                /**
                 * @description Each level holds the ones before it: reading; writing items; changing the definition and rights; making views.
                 * @enum {string}
                 */
                level: "read" | "update" | "modify" | "manage";
            }[];
        };
        /** @description A new webhook. */
        NewWebhook: {
            /** @description https, without a port, public. */
            url: string;
            events: string[];
            /** @description True when it is left out. */
            active?: boolean;
        };
        /** @description An OpenID provider, by the name on the button. */
        OidcWay: {
            name: string;
        };
        /** @description Which links datasets are used in calculations. */
        OnDemandDataset: {
            linkingRelationships?: components["schemas"]["OnDemandLink"][];
        };
        /** @description A links dataset. */
        OnDemandLink: {
            datasetId: string;
        };
        /** @description Where the result is put. */
        OnDemandLocation: {
            method: string;
            url: string;
        };
        /** @description Which on-demand properties run. */
        OnDemandRequest: {
            /** @description Their keys, in the order in which they run; each sees the results of those before it. */
            executeOnDemand: string[];
            dataset?: components["schemas"]["OnDemandDataset"];
            resultLocation?: components["schemas"]["OnDemandLocation"];
            callback?: components["schemas"]["Callback"];
        };
        /** @description A tenant that the person may enter now. */
        OpenTenant: {
            id: string;
            name: string;
            /** @enum {string} */
            role: "user" | "admin";
            groups: string[];
            /** @description `change`, `createDatasets`, `tokens` (TokenAccess) and `api` (the tenant has an API plan). */
            features: ("change" | "createDatasets" | "tokens" | "api")[];
        };
        /** @description A draft with its dataset, as Espalier's own answers have it. */
        OwnDraftResource: {
            draftId: string;
            datasetId: string;
            name: string;
            description?: string;
            tags: string[];
            createdAt: string;
            /** @description The e-mail of whom it belongs to. */
            createdBy: string;
            modifiedAt: string;
            /**
             * Format: int64
             * @description How many items are new, other or gone in it.
             */
            changedItems: number;
            _links: components["schemas"]["DraftLinks"];
        };
        /** @description The data that a pack was made with: one of dataset, view and draft, and the links dataset used with it. */
        PackData: {
            datasetId?: string;
            viewId?: string;
            draftId?: string;
            linksId?: string;
        };
        /** @description A pack (board) in a list. */
        PackEntry: {
            packId: string;
            name: string;
            owner: string;
            /**
             * @description What the caller may do with it: `read`, `modify` or `manage`.
             * @enum {string}
             */
            level: "read" | "modify" | "manage";
            /** Format: int32 */
            version: number;
            tags: string[];
            source?: components["schemas"]["PackData"];
            /** @description Who may see it; only for its owner and admins. */
            grants?: components["schemas"]["PackGrant"][];
            /** @description Its data are gone; only admins see it then. */
            sourceMissing?: boolean;
            createdAt: string;
            createdBy: string;
            modifiedAt: string;
            modifiedBy: string;
        };
        /** @description What a group may do with a pack: `read` or `modify`. */
        PackGrant: {
            group: string;
            /** @enum {string} */
            level: "read" | "modify";
        };
        /** @description A pack with its document. */
        PackResource: {
            packId: string;
            name: string;
            owner: string;
            /** @enum {string} */
            level: "read" | "modify" | "manage";
            /** Format: int32 */
            version: number;
            tags: string[];
            /** @description The data that a pack was made with: one of dataset, view and draft, and the links dataset used with it. */
            source?: {
                datasetId?: string;
                viewId?: string;
                draftId?: string;
                linksId?: string;
            };
            grants?: {
                group: string;
                /** @enum {string} */
                level: "read" | "modify";
            }[];
            sourceMissing?: boolean;
            /** @description What the app keeps in it: slides, filters, expressions. */
            document: {
                [key: string]: unknown;
            };
            createdAt: string;
            createdBy: string;
            modifiedAt: string;
            modifiedBy: string;
        };
        /** @description What shall change of a palette; the rest stays. */
        PalettePatch: {
            name?: string;
            /** @enum {string} */
            kind?: "categories" | "sequential" | "diverging";
            colours?: string[];
            /** @description Null takes it away. */
            others?: null | string;
        };
        /** @description A palette of colours. */
        PaletteResource: {
            paletteId: string;
            name: string;
            /**
             * @description `categories`, `sequential` or `diverging`.
             * @enum {string}
             */
            kind: "categories" | "sequential" | "diverging";
            /** @description In their order, as `#RRGGBB`. */
            colours: string[];
            /** @description The colour of all that has none of its own. */
            others?: string;
            /** @description Every tenant has it, and nobody changes it. */
            builtIn: boolean;
            createdAt?: string;
            createdBy?: string;
            modifiedAt?: string;
            modifiedBy?: string;
        };
        /** @description The password once more, before something that a stranger at an open screen must not do. */
        PasswordAgain: {
            password: string;
        };
        /** @description One's password and the one that is to take its place. */
        PasswordChange: {
            password: string;
            newPassword: string;
        };
        /** @description The filter with which a dataset is opened. */
        PrefilterResource: {
            /** @description Conditions by property key on stored values; null: all of it is opened. */
            filter?: null | {
                [key: string]: unknown;
            };
        };
        /** @description The keys of all properties, as they shall stand. */
        PropertyOrder: {
            keys: string[];
        };
        /** @description A property; what it is used as shows only where it is so used. */
        PropertyResource: {
            key: string;
            /** @enum {string} */
            type: "text" | "number" | "date" | "boolean" | "string";
            name: string;
            isRequired: boolean;
            isAutoId?: boolean;
            isLabelId?: boolean;
            isTreeId?: boolean;
            isTreeParentId?: boolean;
            isCore?: boolean;
            description?: string;
            format?: string;
            tags?: string[];
            aliases?: string[];
            /** @description What the values are calculated from, in Gizmo. */
            expression?: string;
            /**
             * @description `emptyCells`, `newNodes`, `allNodes` or `inherited`.
             * @enum {string}
             */
            expressionMode?: "emptyCells" | "newNodes" | "allNodes" | "inherited";
            /**
             * @description `none`, `preFilter`, `postFilter`, `onDemand` or `script`.
             * @enum {string}
             */
            evaluationMode?: "none" | "preFilter" | "postFilter" | "onDemand" | "script";
            lookup?: components["schemas"]["LookupResource"];
        };
        /** @description How to reset a password. */
        ResetWish: {
            /** @description Whether codes are asked for no more, for somebody who lost the authenticator app. */
            removeTotp?: boolean;
        };
        /** @description Where the caller finds the result. */
        ResultLink: {
            url: string;
            contentType: string;
            /** @enum {string} */
            type: "jobTicket" | "downloadLink" | "uploadLink";
        };
        /** @description A part of an import's result. */
        ResultPage: {
            /**
             * Format: int64
             * @description How many lines the query asks for.
             */
            total: number;
            /** Format: int64 */
            offset: number;
            /** @description All lines by what became of them; `failed`: skipped with errors. */
            counts: {
                [key: string]: number;
            };
            items: components["schemas"]["ResultRow"][];
        };
        /** @description A line of the result. */
        ResultRow: {
            /**
             * Format: int64
             * @description Counted from 1.
             */
            row: number;
            result: components["schemas"]["JsonElement"];
        };
        /** @description Changes to be taken back. */
        RevertRequest: {
            changeIds: string[];
        };
        /** @description How many changes were taken back. */
        RevertedChanges: {
            /** Format: int32 */
            reverted: number;
        };
        /** @description Who may do what with a dataset. */
        RightsResource: {
            /** @description The e-mail of who may do everything with it, beside the admins. */
            owner?: string;
            /** @description What groups may do. Without any, only the owner and admins know of the dataset. */
            grants?: {
                group: string;
                /**
                 * @description Each level holds the ones before it: reading; writing items; changing the definition and rights; making views.
                 * @enum {string}
                 */
                level: "read" | "update" | "modify" | "manage";
            }[];
            /** @description What groups may do with single properties, at most as much as with the dataset. */
            properties?: {
                key: string;
                /**
                 * @description What holds for those in none of the groups; `inherit` when it is left out.
                 * @enum {string}
                 */
                default?: "inherit" | "update" | "read" | "hidden";
                /** @description Rights by group; of several groups the highest right counts. */
                groups?: {
                    [key: string]: "update" | "read" | "hidden";
                };
            }[];
            /** @description Narrow their groups to rows; several rules for one person add up. */
            rows?: {
                groups: string[];
                /** @description Conditions by property key, on stored values. */
                filter: {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                level: "read" | "update" | "delete";
            }[];
        };
        /** @description How a token is rolled. */
        RollRequest: {
            /**
             * Format: int32
             * @description How long the old one still works: 0, 24 or 168.
             */
            oldEndsInHours: number;
            /** @description The new one's; it lives as long as the old one did, unless it is given. */
            end?: string;
        };
        /** @description What became of one user. */
        SavedUser: {
            email: string;
            isNew: boolean;
        };
        /** @description What became of many users. */
        SavedUsers: {
            /** Format: int32 */
            created: number;
            /** Format: int32 */
            changed: number;
            results: components["schemas"]["SavedUser"][];
        };
        /** @description What pages need to know of the server. */
        ServerFacts: {
            version: string;
            baseUrl: string;
            limits: components["schemas"]["ServerLimits"];
        };
        /** @description How much the server takes. */
        ServerLimits: {
            /** Format: int32 */
            passwordMinLength: number;
            /** Format: int32 */
            preferencesBytes: number;
            /** Format: int64 */
            syncImportBytes: number;
            /** Format: int64 */
            fileBytes: number;
        };
        /** @description Who is signed in, where they may go, and what their pages need to know of the server. */
        SessionDocument: {
            user: components["schemas"]["SignedInUser"];
            tenants: components["schemas"]["OpenTenant"][];
            /** @description What every request that changes something must carry in the header `X-Espalier-CSRF`. */
            csrf: string;
            /** @description The address that the person comes from, as the server sees it. */
            clientIp: string;
            /** @description A language tag: from the preferences, or from what the browser asks for. */
            locale: string;
            session: components["schemas"]["CurrentSession"];
            server: components["schemas"]["ServerFacts"];
        };
        /** @description A browser that the person is signed in with. */
        SessionResource: {
            id: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
            createdAt: string;
            lastSeenAt: string;
            endsAt: string;
            address: string;
            /** @description What the browser says it is. */
            device: string;
            /**
             * @description `password` or `oidc`.
             * @enum {string}
             */
            method: "password" | "oidc";
        };
        /** @description The first administrator, and a tenant for them. */
        SetupRequest: {
            code: string;
            email: string;
            password: string;
            /** @description A tenant to be made. */
            tenant?: {
                id: string;
                /** @description The id, when it is left out. */
                name?: string;
            };
        };
        /** @description Whether the installation waits for its first administrator, and how people sign in. */
        SetupState: {
            needed: boolean;
            /** @description The tenant that stays when none is asked for. */
            keeps?: string;
            signIn: components["schemas"]["SignInWays"];
        };
        /** @description Who wants to sign in. */
        SignInRequest: {
            email: string;
            password: string;
            /** @description The code of the authenticator app, when the person uses one. */
            totp?: string;
        };
        /** @description How people sign in. */
        SignInWays: {
            password: boolean;
            /** @description Absent when there is no OpenID provider. */
            oidc?: components["schemas"]["OidcWay"];
        };
        /** @description The person who is signed in. */
        SignedInUser: {
            email: string;
            isInstallationAdmin: boolean;
            hasPassword: boolean;
            hasTotp: boolean;
        };
        /** @description An item's stored values by property key; a property without a value is left out. */
        StoredItem: {
            _id?: string;
            /** @description The highest right of the caller on the item. */
            _access?: string;
            _modifiedAt?: string;
        } & {
            [key: string]: null | boolean | number | string;
        };
        /** @description The two URLs of a temporary file; each is good for one thing, for whoever has it. */
        TemporaryFileUrls: {
            get: string;
            put: string;
        };
        /** @description The admins of a tenant. */
        TenantAdmins: {
            tenantId: string;
            emails: string[];
        };
        /** @description The tenants that a person may see. */
        TenantPage: {
            /** @description Whether the person is an admin of the installation. */
            mayCreate: boolean;
            tenants: components["schemas"]["TenantResource"][];
        };
        /** @description A tenant. */
        TenantResource: {
            id: string;
            name: string;
            /**
             * @description The person's: `user` or `admin`; absent where they have no account.
             * @enum {string}
             */
            role?: "user" | "admin";
            apiPlan: boolean;
            enabled: boolean;
            masterTenantId?: string;
            /**
             * Format: int32
             * @description How many the person may see.
             */
            datasets: number;
            /** @description When the last of these changed. */
            lastActivityAt?: string;
            createdAt: string;
            /** @description Addresses from which the tenant may be used; for admins of the installation, as are the next two. */
            subnets?: string[];
            limits?: components["schemas"]["LimitsResource"];
            /** Format: int32 */
            users?: number;
        };
        /** @description A tenant's use of the API. */
        TenantUsage: {
            limits: components["schemas"]["UsageLimits"];
            /** @description The oldest first. */
            days: components["schemas"]["UsageDay"][];
        };
        /** @description What a caller sees of a job. */
        Ticket: {
            /** @description A ticket's links: itself, and the result once there is one. */
            _links: {
                /** @description Where the caller finds the result. */
                self: {
                    url: string;
                    contentType: string;
                    /** @enum {string} */
                    type: "jobTicket" | "downloadLink" | "uploadLink";
                };
                /** @description Where the caller finds the result. */
                result?: {
                    url: string;
                    contentType: string;
                    /** @enum {string} */
                    type: "jobTicket" | "downloadLink" | "uploadLink";
                };
            };
            /** @enum {string} */
            jobStatus: "created" | "running" | "completed" | "failed";
            _createdAt: string;
            _createdBy: string;
            _modifiedAt?: string;
            "X-Amzn-Trace-Id": string;
            /** @description How far a job is. */
            progress?: {
                /** Format: int64 */
                rowsRead: number;
                /** Format: int64 */
                rowsResolved: number;
                /** Format: double */
                percent: number;
            };
            errors?: {
                code: string;
                name: string;
                message: string;
                /** @description The offending path parameter with its braces, e.g. `{datasetId}`. */
                pathParameter?: string;
                /** @description The name of the offending query parameter. */
                queryParameter?: string;
                /** @description A JSONPath into the request body, e.g. `$[12].salary`. */
                jsonBody?: string;
                /** @description The resource that was not found or not accessible, e.g. `MY_TENANT/datasets/99020AB5-…`. */
                resourcePath?: string;
                /** @description The content type of what a caller's own location answered, when it failed. */
                errorContentType?: string;
                /** @description The body, as text, of what a caller's own location answered, when it failed. */
                errorContent?: string;
            }[];
            /** @description True when the job only shows what it would change; else left out. */
            dryRun?: boolean;
        };
        /** @description A person's tokens, and what stands between the person and new ones. */
        TokenPage: {
            /** @description Whether the person may make tokens. */
            mayCreate: boolean;
            /** @description The address that the request came from. */
            clientIp?: string;
            missing: components["schemas"]["MissingForTokens"];
            /** @description Who can give TokenAccess; only when it is missing. */
            admins?: components["schemas"]["TenantAdmins"][];
            tokens: components["schemas"]["TokenResource"][];
        };
        /** @description A token, without its secret. */
        TokenResource: {
            /** @description Its id. */
            jti: string;
            name: string;
            createdAt: string;
            startsAt: string;
            endsAt: string;
            /** @description Addresses and ranges it works from; none: everywhere. */
            subnets: string[];
            /**
             * @description `active`, `notYetActive`, `expired` or `revoked`.
             * @enum {string}
             */
            state: "active" | "notYetActive" | "expired" | "revoked";
            lastUsedAt?: string;
            lastIp?: string;
            /** @description Method and path of the last call. */
            lastRoute?: string;
            /** @description The token that took its place. */
            rolledTo?: string;
        };
        /** @description A call that was made with a token. */
        TokenUse: {
            at: string;
            address: string;
            method: string;
            /** @description Without the query. */
            path: string;
            /** Format: int32 */
            status: number;
        };
        /** @description A code that the authenticator app shows. */
        TotpCode: {
            totp: string;
        };
        /** @description A secret for an authenticator app. */
        TotpEnrolment: {
            /** @description In base 32, to be typed. */
            secret: string;
            /** @description To be shown as a QR code. */
            uri: string;
        };
        /** @description One changed key of an item, or of the dataset's definition. */
        TransactionChange: {
            changeId: string;
            /** @description The item; absent when it is about the definition. */
            _id?: string;
            /** @description create, update or delete; configure when it is about the definition. */
            _action: string;
            /** @description What the item is called. */
            label: string;
            /** @description The property or setting; absent when a created or deleted item has no values. */
            key?: string;
            old?: unknown;
            new?: unknown;
            at: string;
            /** @description The e-mail of who made the transaction. */
            by: string;
        };
        /** @description What a transaction came to. */
        TransactionCounts: {
            /** Format: int64 */
            created: number;
            /** Format: int64 */
            updated: number;
            /** Format: int64 */
            deleted: number;
            /**
             * Format: int64
             * @description Cells of updated items.
             */
            cells: number;
        };
        /** @description A transaction in the list. */
        TransactionEntry: {
            transactionId: string;
            at: string;
            /** @description The e-mail of who made it. */
            by: string;
            /** @description What it came through: api, import, undo, … */
            channel: string;
            counts: components["schemas"]["TransactionCounts"];
            changesDefinition: boolean;
        };
        /** @description A value that does not fit. */
        TypeExample: {
            _id: string;
            label: string;
            value: string;
        };
        /** @description What becomes of a property's values. */
        TypePreview: {
            from: string;
            to: string;
            /**
             * Format: int32
             * @description All items that the caller sees.
             */
            total: number;
            /**
             * Format: int32
             * @description How many values fit the type.
             */
            convert: number;
            /**
             * Format: int32
             * @description How many do not: they would count as blank, and come back with the old type.
             */
            fail: number;
            /** Format: int32 */
            blank: number;
            /** @description Some of those. */
            examples: components["schemas"]["TypeExample"][];
        };
        /** @description Which type a property would have. */
        TypeQuestion: {
            type: string;
        };
        /** @description What an undo did, or would do. */
        UndoAnswer: {
            /** @description Of the new transaction; absent when nothing was left to undo, and in a dry run. */
            transactionId?: string;
            at: string;
            by: string;
            channel: string;
            counts: components["schemas"]["TransactionCounts"];
            changesDefinition: boolean;
            dryRun: boolean;
            /**
             * Format: int64
             * @description How many conflicts there are; the first thousand are told.
             */
            conflictCount: number;
            conflicts: components["schemas"]["ConflictEntry"][];
        };
        /** @description How a transaction shall be undone. */
        UndoRequest: {
            /** @description Where something has happened since: fail, the default, skip or overwrite. */
            conflicts?: string;
            /** @description Tell what would be done, and do nothing. */
            dryRun?: boolean;
        };
        /** @description A day of UTC. */
        UsageDay: {
            day: string;
            /**
             * Format: int64
             * @description Those that counted.
             */
            requests: number;
            /**
             * Format: int64
             * @description Those refused for coming too fast or too many at once, 42901.
             */
            throttled: number;
            /**
             * Format: int64
             * @description Those refused because the day's were used up, 42902.
             */
            overQuota: number;
        };
        /** @description What holds for the tenant; 0: no limit. */
        UsageLimits: {
            /** Format: int32 */
            requestsPerSecond: number;
            /** Format: int32 */
            concurrency: number;
            /** Format: int64 */
            requestsPerDay: number;
        };
        /** @description A person's account in the tenant. */
        UserResource: {
            /** @description The login, in any letter case. */
            email: string;
            /**
             * @description `user` or `admin`, from whom nothing is hidden.
             * @enum {string}
             */
            role: "user" | "admin";
            /** @description Names to which rights are granted. `guest` makes no datasets, `readonly` changes nothing. */
            groups: string[];
            enabled: boolean;
            /** @description From then on the account is closed; absent: never. */
            expires?: string;
            /** @description Whether the person's tokens open the API. */
            tokenAccess: boolean;
            /** @description Addresses and ranges from which the account may be used; empty: everywhere. */
            subnets: string[];
        };
        /** @description What a view with a filter would show. */
        ViewPreview: {
            /**
             * Format: int32
             * @description All items of the dataset.
             */
            items: number;
            /**
             * Format: int32
             * @description Those that pass.
             */
            shown: number;
            /**
             * Format: int32
             * @description Ancestors of these that do not pass.
             */
            ghosts: number;
        };
        /** @description A live, read-only part of a dataset. Its id stands for a dataset's wherever something is read. */
        ViewResource: {
            viewId: string;
            datasetId: string;
            name: string;
            /** @description Conditions on stored values; absent: all items. */
            filter?: {
                [key: string]: unknown;
            };
            /** @description The keys it shows; absent: all. */
            properties?: string[];
            /** @description Keys that ancestors outside the filter show, which then hold the tree together; absent: they are not there. */
            ghosts?: string[];
            /** @description The groups that may read it. */
            grants: {
                group: string;
                /**
                 * @description Each level holds the ones before it: reading; writing items; changing the definition and rights; making views.
                 * @enum {string}
                 */
                level: "read" | "update" | "modify" | "manage";
            }[];
            createdAt: string;
            createdBy: string;
            modifiedAt: string;
            modifiedBy: string;
        };
        /** @description Which items a view would show. */
        ViewScope: {
            filter?: {
                [key: string]: unknown;
            };
        };
        /** @description What a copy shall be. */
        WantedCopy: {
            name: string;
            /** @description Whether the items are copied too; they are, unless it says no. */
            items?: boolean;
            /** @description Whether rights on it are the same; they are not, unless it says so. */
            rights?: boolean;
        };
        /** @description A new tenant. */
        WantedTenant: {
            id: string;
            name?: string;
            masterTenantId?: string;
            subnets?: string[];
            apiPlan?: boolean;
            /** @description How much a tenant may use the API. Absent: as the settings say; 0: no limit. */
            limits?: {
                /** Format: int32 */
                requestsPerSecond?: null | number;
                /** Format: int32 */
                concurrency?: null | number;
                /** Format: int64 */
                requestsPerDay?: null | number;
            };
        };
        /** @description A user to be made or changed. What is left out gets its default. */
        WantedUser: {
            /** @description The login, in any letter case; in a path it stands there. */
            email?: string;
            /** @enum {string} */
            role?: "user" | "admin";
            groups?: string[];
            enabled?: boolean;
            /** @description A time from which the account is closed; absent: never. */
            expires?: string;
            tokenAccess?: boolean;
            subnets?: string[];
        };
        /** @description What shall change of a webhook; the rest stays. */
        WebhookChange: {
            url?: string;
            events?: string[];
            active?: boolean;
        };
        /** @description A webhook as its tenant's admins see it. */
        WebhookResource: {
            webhookId: string;
            url: string;
            events: string[];
            active: boolean;
            /**
             * @description active, inactive when a user switched it off, suspended when the server did.
             * @enum {string}
             */
            status: "active" | "inactive" | "suspended";
            createdAt: string;
            createdBy: string;
            modifiedAt: string;
            /** @description What signatures are checked with. It is in the answer to the creation, and nowhere else. */
            secret?: string;
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
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthState"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readTemporaryFile: {
        parameters: {
            query: {
                /** @description From the file's get URL. */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "text/csv": string;
                    "text/tab-separated-values": string;
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    writeTemporaryFile: {
        parameters: {
            query: {
                /** @description From the file's put URL. */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
                "text/csv": string;
                "text/tab-separated-values": string;
            };
        };
        responses: {
            /** @description It is stored. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    pollJobTicket: {
        parameters: {
            query: {
                /** @description From the ticket's own URL. */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket as it is now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    generateFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "targetType": "csv",
                 *       "targetEncoding": "identity"
                 *     }
                 */
                "application/json": components["schemas"]["FileRequest"];
            };
        };
        responses: {
            /** @description The two URLs. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemporaryFileUrls"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listDatasets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The datasets. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetEntry"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "People",
                 *       "type": "PEOPLE",
                 *       "autoId": "employeeID",
                 *       "labelId": "fullName",
                 *       "treeId": "employeeID",
                 *       "treeParentId": "managerID",
                 *       "tags": [
                 *         "hr"
                 *       ],
                 *       "properties": [
                 *         {
                 *           "key": "employeeID",
                 *           "type": "number",
                 *           "name": "Employee ID"
                 *         },
                 *         {
                 *           "key": "fullName",
                 *           "type": "text",
                 *           "name": "Full name"
                 *         },
                 *         {
                 *           "key": "managerID",
                 *           "type": "number"
                 *         },
                 *         {
                 *           "key": "startDate",
                 *           "type": "date"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewDataset"];
            };
        };
        responses: {
            /** @description The dataset. */
            201: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dataset. Its cacheKey stays the same as long as nothing changes. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    updateDatasetByPut: {
        parameters: {
            query?: {
                /** @description Remove the properties that the body does not name, with their values. */
                deleteOmittedProperties?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "properties": [
                 *         {
                 *           "key": "location",
                 *           "type": "text"
                 *         }
                 *       ],
                 *       "tags": null
                 *     }
                 */
                "application/json": components["schemas"]["DatasetChange"];
            };
        };
        responses: {
            /** @description The dataset as it is now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    updateDataset: {
        parameters: {
            query?: {
                /** @description Remove the properties that the body does not name, with their values. */
                deleteOmittedProperties?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "properties": [
                 *         {
                 *           "key": "location",
                 *           "type": "text"
                 *         }
                 *       ],
                 *       "tags": null
                 *     }
                 */
                "application/json": components["schemas"]["DatasetChange"];
            };
        };
        responses: {
            /** @description The dataset as it is now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createLinksDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "People to positions",
                 *       "fromDatasetId": "F97434FC-D1B0-701E-D310-A44CC4C84947",
                 *       "toDatasetId": "0B533DE6-7107-9FCD-48FC-31C0856745CC",
                 *       "additionalProperties": [
                 *         {
                 *           "key": "since",
                 *           "type": "date"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewLinksDataset"];
            };
        };
        responses: {
            /** @description The links dataset. */
            201: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinksResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    updateLinksDataset: {
        parameters: {
            query?: {
                /** @description Remove the additional properties that the body does not name, with their values. */
                deleteOmittedProperties?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The links dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                linksDatasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Who does what",
                 *       "additionalProperties": [
                 *         {
                 *           "key": "note",
                 *           "type": "text"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["LinksDatasetChange"];
            };
        };
        responses: {
            /** @description The links dataset as it is now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinksResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveItems: {
        parameters: {
            query?: {
                /**
                 * @description Read the dataset as it was: at a time in ISO 8601, or as a transaction left it. A date alone is its beginning in UTC; a time to come is now.
                 * @example 2026-05-01T00:00:00.000Z
                 */
                asOf?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The items in their order. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "employeeID": 1,
                     *         "fullName": "Ana",
                     *         "_id": "970725D4-436A-EDEB-E736-5EA5139F618A",
                     *         "_access": "Item.delete",
                     *         "_modifiedAt": "2026-06-02T10:01:25.579Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["StoredItem"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It took too long. The asynchronous way has no such limit. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    updateItems: {
        parameters: {
            query?: {
                /** @description How dates are written in the payload, all of them. */
                dateFormat?: "YYYY-MM-DD" | "DD/MM/YYYY" | "MM/DD/YYYY";
                /** @description A property the caller may not write: the whole item counts as denied, or the property is left out. */
                onPropertyAccessDenied?: "denyItemAccess" | "skipProperty";
                /** @description An item the caller may not change so: nothing at all is written, or the action is skipped. */
                onItemAccessDenied?: "failTransaction" | "skipAction";
                /** @description An action that is wrong: nothing at all is written and all that is wrong is told, or the action is skipped and its entry in the result has _errors. */
                onActionValidationFailure?: "failTransaction" | "skipAction";
                /** @description Answer the result as it would be, and write nothing. A job's ticket then says so, and its payload stays in its file. */
                dryRun?: boolean;
                /**
                 * @description The most items that may be deleted, explicitly and implicitly together: a number, or a percentage of the items before
                 *     the import, such as 5% (in a URL: 5%25). An import that would delete more fails with 400940 and writes nothing.
                 * @example 5%
                 */
                maxDeletes?: string;
                /** @description Identify items by the dataset's autoId property instead of _id. Excludes idKey and mergeKey. */
                autoId?: boolean;
                /**
                 * @description Identify items by these properties together. A comma does not separate keys: repeat the parameter.
                 * @example [
                 *       "employeeID"
                 *     ]
                 */
                idKey?: string[];
                /**
                 * @description Apply each action to every item that has these values. Excludes implicitDelete.
                 * @example [
                 *       "department"
                 *     ]
                 */
                mergeKey?: string[];
                /** @description Delete the items that no action named. Skipped actions and noop protect their items. */
                implicitDelete?: boolean;
                /**
                 * @description A text that clears the value, beside null and the empty text.
                 * @example [
                 *       "REMOVE_ME"
                 *     ]
                 */
                clearToken?: string[];
                /**
                 * @description A text that leaves the value as it is. An empty one makes empty cells of CSV mean that.
                 * @example [
                 *       "IGNORE_ME"
                 *     ]
                 */
                noopToken?: string[];
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "_action": "createOrUpdate",
                 *         "employeeID": 1,
                 *         "fullName": "Ana",
                 *         "salary": 65000
                 *       },
                 *       {
                 *         "_action": "delete",
                 *         "employeeID": 2
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["ItemAction"][];
            };
        };
        responses: {
            /** @description An entry for each action, then one for each item that was deleted implicitly. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "_status": "success",
                     *         "_id": "5C9EF1F8-0048-4CE9-91E7-789B857EE73C",
                     *         "_action": "createOrUpdate",
                     *         "employeeID": 1
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ItemResult"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    queryItems: {
        parameters: {
            query?: {
                /**
                 * @description Read the dataset as it was: at a time in ISO 8601, or as a transaction left it. A date alone is its beginning in UTC; a time to come is now.
                 * @example 2026-05-01T00:00:00.000Z
                 */
                asOf?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "salary": {
                 *           "$gte": 50000
                 *         },
                 *         "location": {
                 *           "$nin": [
                 *             "Leeds"
                 *           ]
                 *         }
                 *       },
                 *       "projection": {
                 *         "fullName": 1,
                 *         "_id": 1
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ItemQuery"];
            };
        };
        responses: {
            /** @description The items in their order. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "employeeID": 1,
                     *         "fullName": "Ana",
                     *         "_id": "970725D4-436A-EDEB-E736-5EA5139F618A",
                     *         "_access": "Item.delete",
                     *         "_modifiedAt": "2026-06-02T10:01:25.579Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["StoredItem"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It took too long. The asynchronous way has no such limit. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    importItems: {
        parameters: {
            query?: {
                /** @description How dates are written in the payload, all of them. */
                dateFormat?: "YYYY-MM-DD" | "DD/MM/YYYY" | "MM/DD/YYYY";
                /** @description A property the caller may not write: the whole item counts as denied, or the property is left out. */
                onPropertyAccessDenied?: "denyItemAccess" | "skipProperty";
                /** @description An item the caller may not change so: nothing at all is written, or the action is skipped. */
                onItemAccessDenied?: "failTransaction" | "skipAction";
                /** @description An action that is wrong: nothing at all is written and all that is wrong is told, or the action is skipped and its entry in the result has _errors. */
                onActionValidationFailure?: "failTransaction" | "skipAction";
                /** @description Answer the result as it would be, and write nothing. A job's ticket then says so, and its payload stays in its file. */
                dryRun?: boolean;
                /**
                 * @description The most items that may be deleted, explicitly and implicitly together: a number, or a percentage of the items before
                 *     the import, such as 5% (in a URL: 5%25). An import that would delete more fails with 400940 and writes nothing.
                 * @example 5%
                 */
                maxDeletes?: string;
                /** @description Identify items by the dataset's autoId property instead of _id. Excludes idKey and mergeKey. */
                autoId?: boolean;
                /**
                 * @description Identify items by these properties together. A comma does not separate keys: repeat the parameter.
                 * @example [
                 *       "employeeID"
                 *     ]
                 */
                idKey?: string[];
                /**
                 * @description Apply each action to every item that has these values. Excludes implicitDelete.
                 * @example [
                 *       "department"
                 *     ]
                 */
                mergeKey?: string[];
                /** @description Delete the items that no action named. Skipped actions and noop protect their items. */
                implicitDelete?: boolean;
                /**
                 * @description A text that clears the value, beside null and the empty text.
                 * @example [
                 *       "REMOVE_ME"
                 *     ]
                 */
                clearToken?: string[];
                /**
                 * @description A text that leaves the value as it is. An empty one makes empty cells of CSV mean that.
                 * @example [
                 *       "IGNORE_ME"
                 *     ]
                 */
                noopToken?: string[];
                /** @description Whether the result is packed. */
                resultEncoding?: "identity" | "gzip";
                /** @description The older name of resultEncoding, which goes before it. */
                encoding?: "identity" | "gzip";
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "importLocation": {
                 *         "method": "GET",
                 *         "url": "https://example.com/api/canon/v1/temporaryStore?token=…"
                 *       },
                 *       "callback": {
                 *         "method": "GET",
                 *         "urlTemplate": "https://example.com/done?status={{jobStatus}}&traceId={{traceId}}"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ImportRequest"];
            };
        };
        responses: {
            /** @description The job's ticket. */
            202: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    updateLinks: {
        parameters: {
            query?: {
                /** @description How dates are written in the payload, all of them. */
                dateFormat?: "YYYY-MM-DD" | "DD/MM/YYYY" | "MM/DD/YYYY";
                /** @description A property the caller may not write: the whole item counts as denied, or the property is left out. */
                onPropertyAccessDenied?: "denyItemAccess" | "skipProperty";
                /** @description An item the caller may not change so: nothing at all is written, or the action is skipped. */
                onItemAccessDenied?: "failTransaction" | "skipAction";
                /** @description An action that is wrong: nothing at all is written and all that is wrong is told, or the action is skipped and its entry in the result has _errors. */
                onActionValidationFailure?: "failTransaction" | "skipAction";
                /** @description Answer the result as it would be, and write nothing. A job's ticket then says so, and its payload stays in its file. */
                dryRun?: boolean;
                /**
                 * @description The most items that may be deleted, explicitly and implicitly together: a number, or a percentage of the items before
                 *     the import, such as 5% (in a URL: 5%25). An import that would delete more fails with 400940 and writes nothing.
                 * @example 5%
                 */
                maxDeletes?: string;
                /** @description Delete the items that no action named. Skipped actions and noop protect their items. */
                implicitDelete?: boolean;
                /**
                 * @description A text that clears the value, beside null and the empty text.
                 * @example [
                 *       "REMOVE_ME"
                 *     ]
                 */
                clearToken?: string[];
                /**
                 * @description A text that leaves the value as it is. An empty one makes empty cells of CSV mean that.
                 * @example [
                 *       "IGNORE_ME"
                 *     ]
                 */
                noopToken?: string[];
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The links dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                linksDatasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "_action": "create",
                 *         "from_id": 1133478,
                 *         "to_id": "pos_a123",
                 *         "allocation": 1
                 *       },
                 *       {
                 *         "_action": "delete",
                 *         "from_id": 3101881,
                 *         "to_id": "pos_a191"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["LinkAction"][];
            };
        };
        responses: {
            /** @description An entry for each action, then one for each link that was deleted implicitly. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "_status": "success",
                     *         "_id": "5C9EF1F8-0048-4CE9-91E7-789B857EE73C",
                     *         "_action": "create",
                     *         "link_id": "[1133478,\"pos_a123\"]"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["LinkResult"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    importLinks: {
        parameters: {
            query?: {
                /** @description How dates are written in the payload, all of them. */
                dateFormat?: "YYYY-MM-DD" | "DD/MM/YYYY" | "MM/DD/YYYY";
                /** @description A property the caller may not write: the whole item counts as denied, or the property is left out. */
                onPropertyAccessDenied?: "denyItemAccess" | "skipProperty";
                /** @description An item the caller may not change so: nothing at all is written, or the action is skipped. */
                onItemAccessDenied?: "failTransaction" | "skipAction";
                /** @description An action that is wrong: nothing at all is written and all that is wrong is told, or the action is skipped and its entry in the result has _errors. */
                onActionValidationFailure?: "failTransaction" | "skipAction";
                /** @description Answer the result as it would be, and write nothing. A job's ticket then says so, and its payload stays in its file. */
                dryRun?: boolean;
                /**
                 * @description The most items that may be deleted, explicitly and implicitly together: a number, or a percentage of the items before
                 *     the import, such as 5% (in a URL: 5%25). An import that would delete more fails with 400940 and writes nothing.
                 * @example 5%
                 */
                maxDeletes?: string;
                /** @description Delete the items that no action named. Skipped actions and noop protect their items. */
                implicitDelete?: boolean;
                /**
                 * @description A text that clears the value, beside null and the empty text.
                 * @example [
                 *       "REMOVE_ME"
                 *     ]
                 */
                clearToken?: string[];
                /**
                 * @description A text that leaves the value as it is. An empty one makes empty cells of CSV mean that.
                 * @example [
                 *       "IGNORE_ME"
                 *     ]
                 */
                noopToken?: string[];
                /** @description Whether the result is packed. */
                resultEncoding?: "identity" | "gzip";
                /** @description The older name of resultEncoding, which goes before it. */
                encoding?: "identity" | "gzip";
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The links dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                linksDatasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "importLocation": {
                 *         "method": "GET",
                 *         "url": "https://example.com/api/canon/v1/temporaryStore?token=…"
                 *       },
                 *       "callback": {
                 *         "method": "GET",
                 *         "urlTemplate": "https://example.com/done?status={{jobStatus}}&links={{linksDatasetId}}"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ImportRequest"];
            };
        };
        responses: {
            /** @description The job's ticket. */
            202: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    syncLinks: {
        parameters: {
            query?: {
                /** @description A property the caller may not write: the whole item counts as denied, or the property is left out. */
                onPropertyAccessDenied?: "denyItemAccess" | "skipProperty";
                /** @description An item the caller may not change so: nothing at all is written, or the action is skipped. */
                onItemAccessDenied?: "failTransaction" | "skipAction";
                /** @description An action that is wrong: nothing at all is written and all that is wrong is told, or the action is skipped and its entry in the result has _errors. */
                onActionValidationFailure?: "failTransaction" | "skipAction";
                /** @description Answer the result as it would be, and write nothing. A job's ticket then says so, and its payload stays in its file. */
                dryRun?: boolean;
                /**
                 * @description The most items that may be deleted, explicitly and implicitly together: a number, or a percentage of the items before
                 *     the import, such as 5% (in a URL: 5%25). An import that would delete more fails with 400940 and writes nothing.
                 * @example 5%
                 */
                maxDeletes?: string;
                /** @description Whether the result is packed. */
                resultEncoding?: "identity" | "gzip";
                /** @description The older name of resultEncoding, which goes before it. */
                encoding?: "identity" | "gzip";
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The links dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                linksDatasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sourceDatasetId": "F97434FC-D1B0-701E-D310-A44CC4C84947",
                 *       "targetDatasetAutoId": "positionsId",
                 *       "allocationId": "fte"
                 *     }
                 */
                "application/json": components["schemas"]["LinkSyncRequest"];
            };
        };
        responses: {
            /** @description The job's ticket. */
            202: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveExport: {
        parameters: {
            query?: {
                /** @description Begin csv and tsv with the byte order mark of UTF-8. */
                includeBOM?: boolean;
                /** @description How lines of csv and tsv end: CR LF or LF. */
                lineEndings?: "windows" | "unix";
                /**
                 * @description Read the dataset as it was: at a time in ISO 8601, or as a transaction left it. A date alone is its beginning in UTC; a time to come is now.
                 * @example 2026-05-01T00:00:00.000Z
                 */
                asOf?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
                /**
                 * @description The format of the export.
                 * @example csv
                 */
                exportFormat: "jsonRows" | "jsonColumns" | "jsonObjects" | "csv" | "tsv";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The nodes in their order. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportRows"] | components["schemas"]["ExportColumns"] | components["schemas"]["ExportedNode"][];
                    "text/csv": string;
                    "text/tab-separated-values": string;
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It took too long. The asynchronous way has no such limit. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    export: {
        parameters: {
            query?: {
                /** @description Begin csv and tsv with the byte order mark of UTF-8. */
                includeBOM?: boolean;
                /** @description How lines of csv and tsv end: CR LF or LF. */
                lineEndings?: "windows" | "unix";
                /**
                 * @description Read the dataset as it was: at a time in ISO 8601, or as a transaction left it. A date alone is its beginning in UTC; a time to come is now.
                 * @example 2026-05-01T00:00:00.000Z
                 */
                asOf?: string;
                /** @description Whether the result is packed. */
                resultEncoding?: "identity" | "gzip";
                /** @description The older name of resultEncoding, which goes before it. */
                encoding?: "identity" | "gzip";
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
                /**
                 * @description The format of the export.
                 * @example csv
                 */
                exportFormat: "jsonRows" | "jsonColumns" | "jsonObjects" | "csv" | "tsv";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "query": {
                 *         "output": {
                 *           "filter": {
                 *             "_depth": {
                 *               "$lte": 3
                 *             }
                 *           },
                 *           "projection": {
                 *             "fullName": 1,
                 *             "salary": 2
                 *           },
                 *           "projectionMode": "replace"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ExportRequest"];
            };
        };
        responses: {
            /** @description The job's ticket. */
            202: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveExportInDefaultFormat: {
        parameters: {
            query?: {
                /** @description Begin csv and tsv with the byte order mark of UTF-8. */
                includeBOM?: boolean;
                /** @description How lines of csv and tsv end: CR LF or LF. */
                lineEndings?: "windows" | "unix";
                /**
                 * @description Read the dataset as it was: at a time in ISO 8601, or as a transaction left it. A date alone is its beginning in UTC; a time to come is now.
                 * @example 2026-05-01T00:00:00.000Z
                 */
                asOf?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The nodes in their order. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportRows"] | components["schemas"]["ExportColumns"] | components["schemas"]["ExportedNode"][];
                    "text/csv": string;
                    "text/tab-separated-values": string;
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It took too long. The asynchronous way has no such limit. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportInDefaultFormat: {
        parameters: {
            query?: {
                /** @description Begin csv and tsv with the byte order mark of UTF-8. */
                includeBOM?: boolean;
                /** @description How lines of csv and tsv end: CR LF or LF. */
                lineEndings?: "windows" | "unix";
                /**
                 * @description Read the dataset as it was: at a time in ISO 8601, or as a transaction left it. A date alone is its beginning in UTC; a time to come is now.
                 * @example 2026-05-01T00:00:00.000Z
                 */
                asOf?: string;
                /** @description Whether the result is packed. */
                resultEncoding?: "identity" | "gzip";
                /** @description The older name of resultEncoding, which goes before it. */
                encoding?: "identity" | "gzip";
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "query": {
                 *         "output": {
                 *           "filter": {
                 *             "_depth": {
                 *               "$lte": 3
                 *             }
                 *           },
                 *           "projection": {
                 *             "fullName": 1,
                 *             "salary": 2
                 *           },
                 *           "projectionMode": "replace"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ExportRequest"];
            };
        };
        responses: {
            /** @description The job's ticket. */
            202: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    executeOnDemandByPut: {
        parameters: {
            query?: {
                /** @description Whether the result is packed. */
                resultEncoding?: "identity" | "gzip";
                /** @description The older name of resultEncoding, which goes before it. */
                encoding?: "identity" | "gzip";
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "executeOnDemand": [
                 *         "costOfBranch",
                 *         "grade"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OnDemandRequest"];
            };
        };
        responses: {
            /** @description The job's ticket. */
            202: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    executeOnDemand: {
        parameters: {
            query?: {
                /** @description Whether the result is packed. */
                resultEncoding?: "identity" | "gzip";
                /** @description The older name of resultEncoding, which goes before it. */
                encoding?: "identity" | "gzip";
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "executeOnDemand": [
                 *         "costOfBranch",
                 *         "grade"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OnDemandRequest"];
            };
        };
        responses: {
            /** @description The job's ticket. */
            202: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The drafts. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftResource"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    queryDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "createdBy": "ana@example.com"
                 *       },
                 *       "projection": {
                 *         "draftId": 1,
                 *         "name": 1
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DraftQuery"];
            };
        };
        responses: {
            /** @description The drafts. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftResource"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The draft's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportDraftActions: {
        parameters: {
            query?: {
                /** @description Whether the result is packed. */
                resultEncoding?: "identity" | "gzip";
                /** @description The older name of resultEncoding, which goes before it. */
                encoding?: "identity" | "gzip";
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "layers": [
                 *         {
                 *           "draftId": "36A1E02D-DC20-61C5-A11F-DD85440C652C",
                 *           "layerKey": "default"
                 *         }
                 *       ],
                 *       "foldScheme": "distinct"
                 *     }
                 */
                "application/json": components["schemas"]["LayersRequest"];
            };
        };
        responses: {
            /** @description The job's ticket. */
            202: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    clearDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "layers": [
                 *         {
                 *           "draftId": "36A1E02D-DC20-61C5-A11F-DD85440C652C"
                 *         }
                 *       ],
                 *       "filter": {
                 *         "location": "Leeds"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ClearRequest"];
            };
        };
        responses: {
            /** @description An entry for each layer. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClearedLayer"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    applyDrafts: {
        parameters: {
            query?: {
                /** @description A property the caller may not write: the whole item counts as denied, or the property is left out. */
                onPropertyAccessDenied?: "denyItemAccess" | "skipProperty";
                /** @description An item the caller may not change so: nothing at all is written, or the action is skipped. */
                onItemAccessDenied?: "failTransaction" | "skipAction";
                /** @description An action that is wrong: nothing at all is written and all that is wrong is told, or the action is skipped and its entry in the result has _errors. */
                onActionValidationFailure?: "failTransaction" | "skipAction";
                /** @description Answer the result as it would be, and write nothing. A job's ticket then says so, and its payload stays in its file. */
                dryRun?: boolean;
                /**
                 * @description The most items that may be deleted, explicitly and implicitly together: a number, or a percentage of the items before
                 *     the import, such as 5% (in a URL: 5%25). An import that would delete more fails with 400940 and writes nothing.
                 * @example 5%
                 */
                maxDeletes?: string;
                /** @description Whether the result is packed. */
                resultEncoding?: "identity" | "gzip";
                /** @description The older name of resultEncoding, which goes before it. */
                encoding?: "identity" | "gzip";
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "layers": [
                 *         {
                 *           "draftId": "36A1E02D-DC20-61C5-A11F-DD85440C652C",
                 *           "layerKey": "default"
                 *         }
                 *       ],
                 *       "foldScheme": "distinct"
                 *     }
                 */
                "application/json": components["schemas"]["LayersRequest"];
            };
        };
        responses: {
            /** @description The job's ticket. */
            202: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveCalculations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The properties in their order. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalculationReport"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    evaluateExpression: {
        parameters: {
            query?: {
                /**
                 * @description Read the dataset as it was: at a time in ISO 8601, or as a transaction left it. A date alone is its beginning in UTC; a time to come is now.
                 * @example 2026-05-01T00:00:00.000Z
                 */
                asOf?: string;
                /** @description Whether nodes that the dataset's prefilter leaves out are not there. */
                prefilter?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expression": "node.d.salary.sum",
                 *       "nodes": [
                 *         1
                 *       ],
                 *       "today": "2026-06-30"
                 *     }
                 */
                "application/json": components["schemas"]["EvaluationRequest"];
            };
        };
        responses: {
            /** @description What it gave, node by node. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "diagnostics": [],
                     *       "plan": "columns",
                     *       "results": [
                     *         {
                     *           "node": 1,
                     *           "result": 250000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EvaluationAnswer"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    completeExpression: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expression": "node.sal",
                 *       "position": 8
                 *     }
                 */
                "application/json": components["schemas"]["CompletionRequest"];
            };
        };
        responses: {
            /** @description The names, each with one line of help. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "completions": [
                     *         {
                     *           "name": "salary",
                     *           "kind": "property",
                     *           "type": "number",
                     *           "help": "Salary"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CompletionAnswer"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listOwnDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The drafts. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDraftResource"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "datasetId": "F97434FC-D1B0-701E-D310-A44CC4C84947",
                 *       "name": "Finance 27",
                 *       "description": "Next year",
                 *       "tags": [
                 *         "finance"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewDraft"];
            };
        };
        responses: {
            /** @description The draft. */
            201: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDraftResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveOwnDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The draft's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDraftResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The draft's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    updateDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The draft's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Finance 28",
                 *       "description": null
                 *     }
                 */
                "application/json": components["schemas"]["DraftPatch"];
            };
        };
        responses: {
            /** @description The draft as it is now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDraftResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveDraftItems: {
        parameters: {
            query?: {
                /**
                 * @description How many to pass over.
                 * @example 0
                 */
                offset?: number;
                /**
                 * @description How many to answer; all unless it is given.
                 * @example 100
                 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The draft's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The items in their order. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredItem"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It took too long. The asynchronous way has no such limit. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    updateDraftItems: {
        parameters: {
            query?: {
                /** @description How dates are written in the payload, all of them. */
                dateFormat?: "YYYY-MM-DD" | "DD/MM/YYYY" | "MM/DD/YYYY";
                /** @description A property the caller may not write: the whole item counts as denied, or the property is left out. */
                onPropertyAccessDenied?: "denyItemAccess" | "skipProperty";
                /** @description An item the caller may not change so: nothing at all is written, or the action is skipped. */
                onItemAccessDenied?: "failTransaction" | "skipAction";
                /** @description An action that is wrong: nothing at all is written and all that is wrong is told, or the action is skipped and its entry in the result has _errors. */
                onActionValidationFailure?: "failTransaction" | "skipAction";
                /** @description Answer the result as it would be, and write nothing. A job's ticket then says so, and its payload stays in its file. */
                dryRun?: boolean;
                /**
                 * @description The most items that may be deleted, explicitly and implicitly together: a number, or a percentage of the items before
                 *     the import, such as 5% (in a URL: 5%25). An import that would delete more fails with 400940 and writes nothing.
                 * @example 5%
                 */
                maxDeletes?: string;
                /** @description Identify items by the dataset's autoId property instead of _id. Excludes idKey and mergeKey. */
                autoId?: boolean;
                /**
                 * @description Identify items by these properties together. A comma does not separate keys: repeat the parameter.
                 * @example [
                 *       "employeeID"
                 *     ]
                 */
                idKey?: string[];
                /**
                 * @description Apply each action to every item that has these values. Excludes implicitDelete.
                 * @example [
                 *       "department"
                 *     ]
                 */
                mergeKey?: string[];
                /** @description Delete the items that no action named. Skipped actions and noop protect their items. */
                implicitDelete?: boolean;
                /**
                 * @description A text that clears the value, beside null and the empty text.
                 * @example [
                 *       "REMOVE_ME"
                 *     ]
                 */
                clearToken?: string[];
                /**
                 * @description A text that leaves the value as it is. An empty one makes empty cells of CSV mean that.
                 * @example [
                 *       "IGNORE_ME"
                 *     ]
                 */
                noopToken?: string[];
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The draft's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "_action": "update",
                 *         "employeeID": 2,
                 *         "salary": 60000
                 *       },
                 *       {
                 *         "_action": "delete",
                 *         "employeeID": 3
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["ItemAction"][];
            };
        };
        responses: {
            /** @description An entry for each action, then one for each item that was deleted implicitly. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemResult"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listDraftChanges: {
        parameters: {
            query?: {
                /**
                 * @description How many to pass over.
                 * @example 0
                 */
                offset?: number;
                /**
                 * @description How many to answer; all unless it is given.
                 * @example 100
                 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The draft's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes, in the order in which the draft came to their items. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftChange"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    revertDraftChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The draft's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changeIds": [
                 *         "970725D4-436A-EDEB-E736-5EA5139F618A"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RevertRequest"];
            };
        };
        responses: {
            /** @description How many were taken back. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevertedChanges"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    compareDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The draft's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "groupBy": "location",
                 *       "measures": [
                 *         {
                 *           "op": "count"
                 *         },
                 *         {
                 *           "key": "salary",
                 *           "op": "sum"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CompareRequest"];
            };
        };
        responses: {
            /** @description A row for each group and measure. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "group": "Leeds",
                     *         "key": "salary",
                     *         "op": "sum",
                     *         "asIs": 50000,
                     *         "toBe": 60000,
                     *         "net": 10000
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ComparedRow"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /**
                 * @description How many of the newest to pass over.
                 * @example 0
                 */
                offset?: number;
                /**
                 * @description How many to answer, at most 1000; 100 unless it is given.
                 * @example 100
                 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionEntry"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveChanges: {
        parameters: {
            query?: {
                /**
                 * @description How many entries to pass over.
                 * @example 0
                 */
                offset?: number;
                /**
                 * @description How many entries to answer; all unless it is given.
                 * @example 1000
                 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
                /**
                 * @description The transaction's id, in any letter case.
                 * @example 00000172-5FD0-4411-9F1C-3A5B7D2E4C60
                 */
                transactionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Changes of the definition, then created, updated and deleted items. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "changeId": "970725D4-436A-EDEB-E736-5EA5139F618A/salary",
                     *         "_id": "970725D4-436A-EDEB-E736-5EA5139F618A",
                     *         "_action": "update",
                     *         "label": "Ana",
                     *         "key": "salary",
                     *         "old": 50000,
                     *         "new": 65000,
                     *         "at": "2026-06-02T10:01:25.579Z",
                     *         "by": "ana@example.com"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["TransactionChange"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    undoTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
                /**
                 * @description The transaction's id, in any letter case.
                 * @example 00000172-5FD0-4411-9F1C-3A5B7D2E4C60
                 */
                transactionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "conflicts": "skip",
                 *       "dryRun": true
                 *     }
                 */
                "application/json": components["schemas"]["UndoRequest"];
            };
        };
        responses: {
            /** @description The new transaction. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoAnswer"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResource"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    saveUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "users": [
                 *         {
                 *           "email": "ana@example.com",
                 *           "groups": [
                 *             "hr"
                 *           ]
                 *         },
                 *         {
                 *           "email": "bob@example.com",
                 *           "tokenAccess": true
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ManyUsers"];
            };
        };
        responses: {
            /** @description What became of each. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedUsers"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    saveUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The user's e-mail address, in any letter case.
                 * @example ana@example.com
                 */
                email: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "user",
                 *       "groups": [
                 *         "hr"
                 *       ],
                 *       "enabled": true,
                 *       "expires": "2030-01-31T00:00:00.000Z",
                 *       "tokenAccess": true,
                 *       "subnets": [
                 *         "10.0.0.0/8"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WantedUser"];
            };
        };
        responses: {
            /** @description The user; with 201 when the account is new. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The user's e-mail address, in any letter case.
                 * @example ana@example.com
                 */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The user's e-mail address, in any letter case.
                 * @example ana@example.com
                 */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link, which is shown once. */
            201: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The user's e-mail address, in any letter case.
                 * @example ana@example.com
                 */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "removeTotp": true
                 *     }
                 */
                "application/json": components["schemas"]["ResetWish"];
            };
        };
        responses: {
            /** @description The link, which is shown once. */
            201: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveRights: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rights. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "owner": "ana@example.com",
                     *       "grants": [
                     *         {
                     *           "group": "hr",
                     *           "level": "update"
                     *         },
                     *         {
                     *           "group": "user",
                     *           "level": "read"
                     *         }
                     *       ],
                     *       "properties": [
                     *         {
                     *           "key": "salary",
                     *           "default": "hidden",
                     *           "groups": {
                     *             "hr": "update"
                     *           }
                     *         }
                     *       ],
                     *       "rows": [
                     *         {
                     *           "groups": [
                     *             "leeds"
                     *           ],
                     *           "filter": {
                     *             "location": "Leeds"
                     *           },
                     *           "level": "update"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RightsResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    updateRights: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "owner": "ana@example.com",
                 *       "grants": [
                 *         {
                 *           "group": "hr",
                 *           "level": "update"
                 *         },
                 *         {
                 *           "group": "user",
                 *           "level": "read"
                 *         }
                 *       ],
                 *       "properties": [
                 *         {
                 *           "key": "salary",
                 *           "default": "hidden",
                 *           "groups": {
                 *             "hr": "update"
                 *           }
                 *         }
                 *       ],
                 *       "rows": [
                 *         {
                 *           "groups": [
                 *             "leeds"
                 *           ],
                 *           "filter": {
                 *             "location": "Leeds"
                 *           },
                 *           "level": "update"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RightsResource"];
            };
        };
        responses: {
            /** @description The rights as they are now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listViews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The views. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewResource"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Leeds",
                 *       "filter": {
                 *         "location": "Leeds"
                 *       },
                 *       "properties": [
                 *         "employeeID",
                 *         "fullName",
                 *         "managerID"
                 *       ],
                 *       "ghosts": [
                 *         "fullName"
                 *       ],
                 *       "grants": [
                 *         {
                 *           "group": "leeds",
                 *           "level": "read"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewView"];
            };
        };
        responses: {
            /** @description The view. */
            201: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    previewView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "location": "Leeds"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ViewScope"];
            };
        };
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewPreview"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The view's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                viewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    updateView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The view's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                viewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Leeds and London",
                 *       "filter": {
                 *         "location": {
                 *           "$in": [
                 *             "Leeds",
                 *             "London"
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChangedView"];
            };
        };
        responses: {
            /** @description The view as it is now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhooks, without their secrets. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResource"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://example.com/espalier",
                 *       "events": [
                 *         "DatasetCreate",
                 *         "DatasetUpdate",
                 *         "DatasetItems",
                 *         "JobEnd"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description The webhook with its secret. */
            201: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "0B9F4C7E-6F0B-4A39-9F43-3C1E5C0E8A11",
                     *       "url": "https://example.com/espalier",
                     *       "events": [
                     *         "DatasetItems"
                     *       ],
                     *       "active": true,
                     *       "status": "active",
                     *       "createdAt": "2026-06-02T10:01:25.579Z",
                     *       "createdBy": "admin@example.com",
                     *       "modifiedAt": "2026-06-02T10:01:25.579Z",
                     *       "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDbWZ7cKtKk7Q="
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The webhook's id, in any letter case.
                 * @example 0B9F4C7E-6F0B-4A39-9F43-3C1E5C0E8A11
                 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The webhook's id, in any letter case.
                 * @example 0B9F4C7E-6F0B-4A39-9F43-3C1E5C0E8A11
                 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "active": true
                 *     }
                 */
                "application/json": components["schemas"]["WebhookChange"];
            };
        };
        responses: {
            /** @description The webhook as it is now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "0B9F4C7E-6F0B-4A39-9F43-3C1E5C0E8A11",
                     *       "url": "https://example.com/espalier",
                     *       "events": [
                     *         "DatasetItems"
                     *       ],
                     *       "active": true,
                     *       "status": "active",
                     *       "createdAt": "2026-06-02T10:01:25.579Z",
                     *       "createdBy": "admin@example.com",
                     *       "modifiedAt": "2026-06-02T10:01:25.579Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /**
                 * @description How many to leave out.
                 * @example 0
                 */
                offset?: number;
                /**
                 * @description How many to tell, up to 1000.
                 * @example 100
                 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The webhook's id, in any letter case.
                 * @example 0B9F4C7E-6F0B-4A39-9F43-3C1E5C0E8A11
                 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryResource"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The webhook's id, in any letter case.
                 * @example 0B9F4C7E-6F0B-4A39-9F43-3C1E5C0E8A11
                 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery: delivered, or failed with the reason. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    explainAccess: {
        parameters: {
            query: {
                /**
                 * @description The user's e-mail.
                 * @example ana@example.com
                 */
                user: string;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the user may do. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessAnswer"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listDatasetSettings: {
        parameters: {
            query?: {
                /** @description Which datasets. */
                state?: "active" | "archived" | "deleted";
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The datasets, by name. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetSettings"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    restoreDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is back. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    archiveDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is archived. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    unarchiveDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is in use again. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    copyDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Staff, as of May",
                 *       "items": true
                 *     }
                 */
                "application/json": components["schemas"]["WantedCopy"];
            };
        };
        responses: {
            /** @description The copy. */
            201: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CopiedDataset"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    previewHierarchy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "treeId": "employeeID",
                 *       "treeParentId": "employeeID2"
                 *     }
                 */
                "application/json": components["schemas"]["HierarchyQuestion"];
            };
        };
        responses: {
            /** @description The hierarchy. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HierarchyPreview"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    previewType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
                /**
                 * @description The property's key.
                 * @example salary
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "number"
                 *     }
                 */
                "application/json": components["schemas"]["TypeQuestion"];
            };
        };
        responses: {
            /** @description What would become of the values. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TypePreview"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrievePrefilter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The filter. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "filter": {
                     *         "leaver": {
                     *           "$ne": true
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PrefilterResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    savePrefilter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "id": {
                 *           "$gt": 0
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PrefilterResource"];
            };
        };
        responses: {
            /** @description The filter as it is now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrefilterResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The types. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetType"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    orderProperties: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The dataset's id, in any letter case.
                 * @example F97434FC-D1B0-701E-D310-A44CC4C84947
                 */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "keys": [
                 *         "employeeID",
                 *         "fullName"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PropertyOrder"];
            };
        };
        responses: {
            /** @description The order as it is now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PropertyOrder"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listPalettes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The palettes. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaletteResource"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createPalette: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "House colours",
                 *       "colours": [
                 *         "#193473",
                 *         "#A33F21",
                 *         "#439B74"
                 *       ],
                 *       "others": "#656C76"
                 *     }
                 */
                "application/json": components["schemas"]["NewPalette"];
            };
        };
        responses: {
            /** @description The palette. */
            201: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaletteResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deletePalette: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The format of the export.
                 * @example csv
                 */
                paletteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    updatePalette: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The format of the export.
                 * @example csv
                 */
                paletteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "colours": [
                 *         "#193473",
                 *         "#A33F21"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PalettePatch"];
            };
        };
        responses: {
            /** @description The palette as it is now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaletteResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listPacks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The packs. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackEntry"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createPack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Span of control",
                 *       "tags": [
                 *         "monthly"
                 *       ],
                 *       "grants": [
                 *         {
                 *           "group": "hr",
                 *           "level": "read"
                 *         }
                 *       ],
                 *       "document": {
                 *         "slides": [
                 *           {
                 *             "kind": "chart",
                 *             "colourBy": "department"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewPack"];
            };
        };
        responses: {
            /** @description The pack. */
            201: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrievePack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The format of the export.
                 * @example csv
                 */
                packId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pack. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deletePack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The format of the export.
                 * @example csv
                 */
                packId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    updatePack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The format of the export.
                 * @example csv
                 */
                packId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Span of control, May",
                 *       "document": {
                 *         "slides": []
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChangedPack"];
            };
        };
        responses: {
            /** @description The pack as it is now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Only the caller's own, for admins too. */
                mine?: boolean;
                /**
                 * @description Only jobs in this state.
                 * @example [
                 *       "running"
                 *     ]
                 */
                state?: ("created" | "running" | "completed" | "failed" | "cancelled")[];
                /**
                 * @description How many of the newest to pass over.
                 * @example 0
                 */
                offset?: number;
                /**
                 * @description How many to answer, at most 1000; 100 unless it is given.
                 * @example 100
                 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The jobs. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The job's id, in any letter case.
                 * @example 3C1E5C0E-8A11-4A39-9F43-0B9F4C7E6F0B
                 */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The job's id, in any letter case.
                 * @example 3C1E5C0E-8A11-4A39-9F43-0B9F4C7E6F0B
                 */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it is. */
            202: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listJobRows: {
        parameters: {
            query?: {
                /**
                 * @description Only lines of this kind: success, skipped, implicitDelete, failed.
                 * @example failed
                 */
                status?: string;
                /**
                 * @description Only lines with an error of this code.
                 * @example 400914
                 */
                cause?: string;
                /**
                 * @description How many lines to pass over.
                 * @example 0
                 */
                offset?: number;
                /**
                 * @description How many to answer, at most 1000; 100 unless it is given.
                 * @example 100
                 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
                /**
                 * @description The job's id, in any letter case.
                 * @example 3C1E5C0E-8A11-4A39-9F43-0B9F4C7E6F0B
                 */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultPage"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listenToEvents: {
        parameters: {
            query: {
                /**
                 * @description What to hear of, with commas between: jobs, meta, dataset:{datasetId}, draft:{draftId}.
                 * @example jobs,meta
                 */
                topics: string;
                /**
                 * @description The same as the header, for those who cannot set it.
                 * @example 1790000000000000
                 */
                lastEventId?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream, as text/event-stream. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveUsage: {
        parameters: {
            query?: {
                /**
                 * @description How many days up to today, at most 400; 30 unless it is given.
                 * @example 30
                 */
                days?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The use, the oldest day first. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantUsage"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /**
                 * @description Only since this time, in ISO 8601, or since this day.
                 * @example 2026-05-01
                 */
                from?: string;
                /**
                 * @description Only before this time or day.
                 * @example 2026-06-01T00:00:00.000Z
                 */
                to?: string;
                /**
                 * @description Only what this person did: an e-mail, in any letter case.
                 * @example ana@example.com
                 */
                person?: string;
                /**
                 * @description Only entries of this kind.
                 * @example [
                 *       "rightsChange"
                 *     ]
                 */
                kind?: string[];
                /**
                 * @description How many of the newest to pass over.
                 * @example 0
                 */
                offset?: number;
                /**
                 * @description How many to answer, at most 1000; 100 unless it is given.
                 * @example 100
                 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPage"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Workday nightly",
                 *       "end": "2099-12-31",
                 *       "subnets": [
                 *         "10.20.0.0/16"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description The token. */
            201: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The token's id.
                 * @example 0b9f4c7e6f0b4a399f433c1e5c0e8a11
                 */
                jti: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is over. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    rollToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The token's id.
                 * @example 0b9f4c7e6f0b4a399f433c1e5c0e8a11
                 */
                jti: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "oldEndsInHours": 24
                 *     }
                 */
                "application/json": components["schemas"]["RollRequest"];
            };
        };
        responses: {
            /** @description The new token. */
            201: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveTokenUsage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The token's id.
                 * @example 0b9f4c7e6f0b4a399f433c1e5c0e8a11
                 */
                jti: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calls. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenUse"][];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listTenants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenants, by id. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantPage"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "ACME",
                 *       "name": "Acme",
                 *       "limits": {
                 *         "requestsPerDay": 100000
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WantedTenant"];
            };
        };
        responses: {
            /** @description The tenant. */
            201: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It conflicts with what has happened meanwhile; the errors say where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    updateTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant's id.
                 * @example DEMO
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "apiPlan": true,
                 *       "limits": {
                 *         "requestsPerSecond": 50,
                 *         "concurrency": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChangedTenant"];
            };
        };
        responses: {
            /** @description The tenant as it is now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResource"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupState"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "k3Jd8vW0pQx7ZrT1sYb5mNc9uLf2aHg4EeVwRtIoPzM",
                 *       "email": "ana@example.com",
                 *       "password": "correct horse battery",
                 *       "tenant": {
                 *         "id": "ACME",
                 *         "name": "Acme Ltd"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SetupRequest"];
            };
        };
        responses: {
            /** @description The session; the cookie comes with it. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDocument"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrieveSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDocument"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@example.com",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description The session; the cookie comes with it. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDocument"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody is signed in. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResource"][];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They have ended. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The session's id, in any letter case.
                 * @example 5B0E3A52-0C0D-4A0B-8A53-3D7C4B6E9F10
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    startOidc: {
        parameters: {
            query?: {
                /** @description The page of the app to go on with: a path; another one counts as none. */
                return?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider. */
            302: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    endOidc: {
        parameters: {
            query?: {
                /** @description What the provider gave. */
                code?: string;
                /** @description What was sent along. */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page wished for, or to the sign-in page. */
            302: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such thing, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    lookAtLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "k3Jd8vW0pQx7ZrT1sYb5mNc9uLf2aHg4EeVwRtIoPzM"
                 *     }
                 */
                "application/json": components["schemas"]["LinkCode"];
            };
        };
        responses: {
            /** @description What it is for. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkFacts"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "k3Jd8vW0pQx7ZrT1sYb5mNc9uLf2aHg4EeVwRtIoPzM",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["LinkUse"];
            };
        };
        responses: {
            /** @description The session; the cookie comes with it. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDocument"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    usePasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "k3Jd8vW0pQx7ZrT1sYb5mNc9uLf2aHg4EeVwRtIoPzM",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["LinkUse"];
            };
        };
        responses: {
            /** @description The session; the cookie comes with it. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDocument"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery",
                 *       "newPassword": "staple them together"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The session as it is now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDocument"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    enrolTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description The secret, which is shown once. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpEnrolment"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "totp": "492039"
                 *     }
                 */
                "application/json": components["schemas"]["TotpCode"];
            };
        };
        responses: {
            /** @description Codes are asked for. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    disableTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description No codes are asked for. */
            204: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too many requests of the tenant: at once, in this second (42901), or on this day (42902). `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    retrievePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preferences. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonObject"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    savePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "theme": "dark",
                 *       "density": "compact"
                 *     }
                 */
                "application/json": components["schemas"]["JsonObject"];
            };
        };
        responses: {
            /** @description The preferences as they are now. */
            200: {
                headers: {
                    /**
                     * @description The request's id.
                     * @example Root=1-6a1ea9ef-211def316ab5a8dfff5eb7a2
                     */
                    "X-Amzn-Trace-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonObject"];
                };
            };
            /** @description The request is not valid; the errors say where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token, the account or the tenant does not allow it, or the caller lacks the right. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The body is not JSON in UTF-8, or packed in an unknown way. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description An internal error; the log knows more under the answer's trace id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
}
