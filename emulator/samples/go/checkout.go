// Package shop takes payments by Kaspi QR, scheme r1.
package shop

import (
	"bytes"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
)

// Checkout is one till of the shop.
type Checkout struct {
	url, apiKey, device string
	http                *http.Client
}

// NewCheckout trusts the authorities of ca, in PEM, and no others.
func NewCheckout(url, apiKey string, ca []byte, device string) *Checkout {
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(ca)
	transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}
	return &Checkout{url, apiKey, device, &http.Client{Transport: transport}}
}

// Begin shows a QR code for so many tenge and returns the payment's id.
func (c *Checkout) Begin(amount int) (int64, error) {
	var data struct{ QrPaymentId int64 }
	err := c.call("POST", "/qr/create", map[string]any{"DeviceToken": c.device, "Amount": amount}, &data)
	return data.QrPaymentId, err
}

// IsPaid asks the bank once.
func (c *Checkout) IsPaid(payment int64) (bool, error) {
	var data struct{ Status string }
	err := c.call("GET", fmt.Sprintf("/payment/status/%d", payment), nil, &data)
	return data.Status == "Processed", err
}

func (c *Checkout) call(method, path string, body map[string]any, data any) error {
	var content []byte
	if body != nil {
		content, _ = json.Marshal(body)
	}
	request, err := http.NewRequest(method, c.url+"/r1/v01"+path, bytes.NewReader(content))
	if err != nil {
		return err
	}
	id := make([]byte, 16)
	if _, err := rand.Read(id); err != nil {
		return err
	}
	request.Header.Set("Api-Key", c.apiKey)
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("X-Request-ID", hex.EncodeToString(id))
	answer, err := c.http.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	read := struct {
		StatusCode int
		Message    string
		Data       any
	}{Data: data}
	if err := json.NewDecoder(answer.Body).Decode(&read); err != nil {
		return err
	}
	if read.StatusCode != 0 {
		return fmt.Errorf("%d %s", read.StatusCode, read.Message)
	}
	return nil
}
