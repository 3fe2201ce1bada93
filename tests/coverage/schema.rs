//! The published schema of the Bot API: its methods and types, and where in an update or an answer each type stands.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Schema {
    pub(crate) version: String,
    pub(crate) methods: BTreeMap<String, Method>,
    pub(crate) types: BTreeMap<String, Type>,
}

#[derive(Deserialize)]
pub(crate) struct Method {
    pub(crate) returns: Vec<String>,
    pub(crate) params: Vec<Field>,
}

#[derive(Deserialize)]
pub(crate) struct Type {
    #[serde(default)]
    pub(crate) fields: Vec<Field>,
    #[serde(default)]
    pub(crate) subtypes: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) types: Vec<String>,
    pub(crate) required: bool,
}

/// One step from an object to one within it: by which field, and of which type that one is.
pub(crate) type Step = (String, String);

/// Where a type stands: what is read, and the steps from there.
pub(crate) struct Place {
    pub(crate) root: Root,
    pub(crate) steps: Vec<Step>,
}

/// What is read as a whole.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Root {
    Update,
    /// What a method gives, of this type.
    Answer {
        method: String,
        given: String,
    },
}

/// What a list holds, and how deep it is.
pub(crate) fn element(name: &str) -> (&str, usize) {
    match name.strip_prefix("Array of ") {
        Some(inner) => {
            let (name, depth) = element(inner);
            (name, depth + 1)
        }
        None => (name, 0),
    }
}

impl Schema {
    /// The objects that may stand where a type is named: it itself, or all that it is a union of.
    pub(crate) fn objects<'a>(&'a self, name: &'a str) -> Vec<&'a str> {
        let (name, _) = element(name);
        match self.types.get(name) {
            None => Vec::new(),
            Some(of) if of.subtypes.is_empty() => vec![name],
            Some(of) => {
                let others = of.subtypes.iter().filter(|other| element(other).0 != name);
                others.flat_map(|other| self.objects(other)).collect()
            }
        }
    }

    /// All objects that can be reached from updates and from the answers of the methods, each by a shortest way.
    pub(crate) fn places(&self, methods: &[&str]) -> BTreeMap<String, Place> {
        let mut queue = VecDeque::from([("Update".to_owned(), Root::Update, Vec::new())]);
        for name in methods {
            let Some(method) = self.methods.get(*name) else { continue };
            for given in &method.returns {
                for object in self.objects(given) {
                    let root = Root::Answer { method: (*name).to_owned(), given: given.clone() };
                    queue.push_back((object.to_owned(), root, Vec::new()));
                }
            }
        }
        let mut places = BTreeMap::new();
        while let Some((name, root, steps)) = queue.pop_front() {
            if places.contains_key(&name) {
                continue;
            }
            for field in &self.types[&name].fields {
                for of in &field.types {
                    for object in self.objects(of) {
                        let step = (field.name.clone(), object.to_owned());
                        queue.push_back((object.to_owned(), root.clone(), [&steps[..], &[step]].concat()));
                    }
                }
            }
            places.insert(name, Place { root, steps });
        }
        places
    }

    /// All types that parameters of the methods can hold.
    pub(crate) fn sent(&self, methods: &[&str]) -> BTreeSet<String> {
        let methods = methods.iter().filter_map(|name| self.methods.get(*name));
        let mut open: Vec<&str> = methods
            .flat_map(|method| &method.params)
            .flat_map(|param| &param.types)
            .map(String::as_str)
            .collect();
        let mut sent = BTreeSet::new();
        while let Some(name) = open.pop() {
            let (name, _) = element(name);
            let Some(of) = self.types.get(name) else { continue };
            if sent.insert(name.to_owned()) {
                open.extend(of.subtypes.iter().map(String::as_str));
                open.extend(of.fields.iter().flat_map(|field| &field.types).map(String::as_str));
            }
        }
        sent
    }
}
