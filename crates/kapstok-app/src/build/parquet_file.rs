// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Columns as Parquet, written and read by the low-level interface: no clock, no thread, no program
//! name of a library in the file, so that the same columns give the same bytes.
//!
//! Every file is a list of row groups with the same fields. Text is UTF-8, numbers are double,
//! integers are 64-bit; each may be absent.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as PhysicalType};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldKind {
    /// UTF-8.
    Text,
    /// Double.
    Number,
    /// 64-bit integer.
    Integer,
    /// Bytes of any kind (WKB).
    Bytes,
}

/// One field of a file.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) kind: FieldKind,
}

impl Field {
    pub(crate) fn new(name: &str, kind: FieldKind) -> Self {
        Self { name: name.to_owned(), kind }
    }
}

/// The values of one field in one row group.
pub(crate) enum Values {
    /// For text.
    Text(Vec<Option<ByteArray>>),
    /// One text for every row.
    SameText(String),
    /// For numbers.
    Number(Vec<Option<f64>>),
    /// For integers.
    Integer(Vec<Option<i64>>),
    /// For bytes.
    Bytes(Vec<Option<ByteArray>>),
}

/// Text values from anything that reads as text; an empty one is absent.
pub(crate) fn text<'a>(values: impl IntoIterator<Item = &'a str>) -> Values {
    Values::Text(values.into_iter().map(|value| (!value.is_empty()).then(|| ByteArray::from(value))).collect())
}

/// Writes row groups one after another.
pub(crate) struct Writer {
    fields: Vec<Field>,
    inner: SerializedFileWriter<File>,
}

impl Writer {
    /// Begins a file. `notes` become its key-value metadata.
    pub(crate) fn create(path: &Path, fields: Vec<Field>, notes: &[(&str, String)]) -> Result<Self> {
        let schema_fields = fields.iter().map(|field| schema_field(field).map(Arc::new)).collect::<Result<Vec<_>>>()?;
        let schema = Type::group_type_builder("kapstok").with_fields(schema_fields).build()?;
        let notes = notes.iter().map(|(key, value)| KeyValue::new((*key).to_owned(), value.clone())).collect();
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by("kapstok".to_owned())
            .set_key_value_metadata(Some(notes))
            .build();
        let inner = SerializedFileWriter::new(File::create(path)?, Arc::new(schema), Arc::new(properties))?;
        Ok(Self { fields, inner })
    }

    /// Writes one row group: one [`Values`] per field, in order, `n_rows` each.
    pub(crate) fn write(&mut self, columns: &[Values], n_rows: usize) -> Result<()> {
        if columns.len() != self.fields.len() {
            return Err(ParquetError::General(format!("{} columns for {} fields", columns.len(), self.fields.len())));
        }
        let mut group = self.inner.next_row_group()?;
        for values in columns {
            let Some(mut writer) = group.next_column()? else { break };
            match values {
                Values::Text(values) | Values::Bytes(values) => {
                    let (known, levels) = split(values);
                    writer.typed::<ByteArrayType>().write_batch(&known, Some(&levels), None)?;
                }
                Values::SameText(value) => {
                    let known = vec![ByteArray::from(value.as_str()); n_rows];
                    writer.typed::<ByteArrayType>().write_batch(&known, Some(&vec![1; n_rows]), None)?;
                }
                Values::Number(values) => {
                    let (known, levels) = split(values);
                    writer.typed::<DoubleType>().write_batch(&known, Some(&levels), None)?;
                }
                Values::Integer(values) => {
                    let (known, levels) = split(values);
                    writer.typed::<Int64Type>().write_batch(&known, Some(&levels), None)?;
                }
            }
            writer.close()?;
        }
        group.close()?;
        Ok(())
    }

    /// Ends the file and brings it to the disk.
    pub(crate) fn finish(self) -> Result<()> {
        let file = self.inner.into_inner()?;
        file.sync_all()?;
        Ok(())
    }
}

fn schema_field(field: &Field) -> Result<Type> {
    let (physical, logical) = match field.kind {
        FieldKind::Text => (PhysicalType::BYTE_ARRAY, Some(LogicalType::String)),
        FieldKind::Bytes => (PhysicalType::BYTE_ARRAY, None),
        FieldKind::Number => (PhysicalType::DOUBLE, None),
        FieldKind::Integer => (PhysicalType::INT64, None),
    };
    Type::primitive_type_builder(&field.name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical)
        .build()
}

fn split<T: Clone>(values: &[Option<T>]) -> (Vec<T>, Vec<i16>) {
    let known = values.iter().flatten().cloned().collect();
    let levels = values.iter().map(|value| i16::from(value.is_some())).collect();
    (known, levels)
}

/// Reads files that [`Writer`] wrote.
pub(crate) struct Reader {
    inner: SerializedFileReader<File>,
}

impl Reader {
    /// Opens a file.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        Ok(Self { inner: SerializedFileReader::new(File::open(path)?)? })
    }

    /// Fields of the file, in order.
    pub(crate) fn fields(&self) -> Vec<Field> {
        let schema = self.inner.metadata().file_metadata().schema_descr();
        let field = |position: usize| {
            let column = schema.column(position);
            let kind = match (column.physical_type(), column.logical_type_ref()) {
                (PhysicalType::DOUBLE, _) => FieldKind::Number,
                (PhysicalType::INT64, _) => FieldKind::Integer,
                (_, Some(LogicalType::String)) => FieldKind::Text,
                _ => FieldKind::Bytes,
            };
            Field::new(column.name(), kind)
        };
        (0..schema.num_columns()).map(field).collect()
    }

    fn position(&self, field: &str) -> Result<usize> {
        let schema = self.inner.metadata().file_metadata().schema_descr();
        (0..schema.num_columns())
            .find(|&position| schema.column(position).name() == field)
            .ok_or_else(|| ParquetError::General(format!("no field `{field}`")))
    }

    /// Numbers of one field in one row group.
    pub(crate) fn numbers(&self, group: usize, field: &str) -> Result<Vec<Option<f64>>> {
        let (position, group) = (self.position(field)?, self.inner.get_row_group(group)?);
        let n_rows = group.metadata().num_rows() as usize;
        let mut reader =
            parquet::column::reader::get_typed_column_reader::<DoubleType>(group.get_column_reader(position)?);
        let (mut known, mut levels) = (Vec::with_capacity(n_rows), Vec::with_capacity(n_rows));
        reader.read_records(n_rows, Some(&mut levels), None, &mut known)?;
        Ok(join(known, &levels))
    }

    /// Integers of one field in one row group.
    pub(crate) fn integers(&self, group: usize, field: &str) -> Result<Vec<Option<i64>>> {
        let (position, group) = (self.position(field)?, self.inner.get_row_group(group)?);
        let n_rows = group.metadata().num_rows() as usize;
        let mut reader =
            parquet::column::reader::get_typed_column_reader::<Int64Type>(group.get_column_reader(position)?);
        let (mut known, mut levels) = (Vec::with_capacity(n_rows), Vec::with_capacity(n_rows));
        reader.read_records(n_rows, Some(&mut levels), None, &mut known)?;
        Ok(join(known, &levels))
    }

    /// A note of the file by its key.
    pub(crate) fn note(&self, key: &str) -> Option<String> {
        let notes = self.inner.metadata().file_metadata().key_value_metadata()?;
        notes.iter().find(|note| note.key == key).and_then(|note| note.value.clone())
    }

    /// Bytes of one field in one row group.
    pub(crate) fn bytes(&self, group: usize, field: &str) -> Result<Vec<Option<Box<[u8]>>>> {
        let (known, levels) = self.byte_arrays(group, field)?;
        Ok(join(known.iter().map(|bytes| Box::from(bytes.data())).collect(), &levels))
    }

    /// Texts of one field in one row group.
    pub(crate) fn texts(&self, group: usize, field: &str) -> Result<Vec<Option<String>>> {
        let (known, levels) = self.byte_arrays(group, field)?;
        let known = known.iter().map(|bytes| String::from_utf8_lossy(bytes.data()).into_owned()).collect();
        Ok(join(known, &levels))
    }

    fn byte_arrays(&self, group: usize, field: &str) -> Result<(Vec<ByteArray>, Vec<i16>)> {
        let (position, group) = (self.position(field)?, self.inner.get_row_group(group)?);
        let n_rows = group.metadata().num_rows() as usize;
        let mut reader =
            parquet::column::reader::get_typed_column_reader::<ByteArrayType>(group.get_column_reader(position)?);
        let (mut known, mut levels) = (Vec::with_capacity(n_rows), Vec::with_capacity(n_rows));
        reader.read_records(n_rows, Some(&mut levels), None, &mut known)?;
        Ok((known, levels))
    }
}

fn join<T>(known: Vec<T>, levels: &[i16]) -> Vec<Option<T>> {
    let mut known = known.into_iter();
    levels.iter().map(|level| if *level == 1 { known.next() } else { None }).collect()
}
